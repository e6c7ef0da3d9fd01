using CrmMapping.Emulators.Aircall;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace CrmMapping.Emulators;

/// <summary>Serves an Aircall company on 127.0.0.1: its API, its limits, its habits, and faults on request. May be shared between threads.</summary>
public sealed class AircallEmulator : IAsyncDisposable
{
    private readonly Company _company;
    private readonly AircallApi _api;
    private readonly WebhookSender _sender;
    private readonly AdminApi _admin;
    private readonly WebhookFlow _flow;
    private LoopbackHost? _host;

    private AircallEmulator(Company company, AircallApi api, FaultInjector faults, RequestLog log, WebhookSender sender)
    {
        (_company, _api, _sender) = (company, api, sender);
        (Faults, Requests) = (faults, log);
        Calls = new AircallCalls(company);
        Tags = new AircallTags(company);
        Users = new AircallUsers(company);
        Webhooks = new AircallWebhooks(company);
        Tokens = new AircallTokens(company);
        _admin = new AdminApi(new AircallAccount(this));
        _flow = new WebhookFlow(company.Options.SendsWebhooksByItself, company.Options.TimeProvider, company.DeliverDueAsync);
    }

    /// <summary>Gets the address to use instead of <c>https://api.aircall.io</c>.</summary>
    public Uri BaseAddress => _host!.BaseAddress;

    /// <summary>Gets the id of the API key.</summary>
    public string ApiId => _company.Options.ApiId;

    /// <summary>Gets the token of the API key that is let in.</summary>
    public string ApiToken => _company.Options.ApiToken;

    /// <summary>Gets the calls.</summary>
    public AircallCalls Calls { get; }

    /// <summary>Gets the tags that people can put on calls.</summary>
    public AircallTags Tags { get; }

    /// <summary>Gets the users.</summary>
    public AircallUsers Users { get; }

    /// <summary>Gets the webhooks.</summary>
    public AircallWebhooks Webhooks { get; }

    /// <summary>Gets the OAuth tokens.</summary>
    public AircallTokens Tokens { get; }

    /// <summary>Gets what goes wrong.</summary>
    public FaultInjector Faults { get; }

    /// <summary>Gets what was asked.</summary>
    public RequestLog Requests { get; }

    /// <summary>Gets or sets whether requests are limited.</summary>
    public bool LimitsEnabled
    {
        get { lock (_company.Gate) return _api.Limits.Enabled; }
        set { lock (_company.Gate) _api.Limits.Enabled = value; }
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; null means the defaults.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, ready for requests.</returns>
    /// <exception cref="ArgumentException">The API key is empty, or the limit is below 1.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<AircallEmulator> StartAsync(AircallEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AircallEmulatorOptions();
        Check(options);
        var clock = new ShiftedClock(options.Clock ?? options.TimeProvider.ToClock(), options.ClockSkew);
        var (faults, log) = (new FaultInjector(options.Seed), new RequestLog());
        var sender = new WebhookSender(TimeSpan.FromSeconds(5));
        var company = new Company(options, clock, sender);
        var emulator = new AircallEmulator(company, new AircallApi(company, faults, log, clock), faults, log, sender);
        try
        {
            emulator._host = await LoopbackHost.StartAsync(options.Port, emulator.HandleAsync, cancellationToken).ConfigureAwait(false);
            company.Address = emulator._host.BaseAddress;
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Spends requests of the running minute, as the company's other integrations do.</summary>
    /// <param name="requests">How many, 0 or more.</param>
    public void SpendRequests(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        lock (_company.Gate)
            _api.Limits.Spend(requests);
    }

    /// <summary>Forgets calls, requests, faults, webhooks and used limits. Tags, users and tokens stay.</summary>
    public void Reset()
    {
        lock (_company.Gate)
        {
            _company.Desk.Clear();
            _company.Subscriptions.Clear();
            _api.Limits.Reset();
        }

        Faults.Clear();
        Requests.Reset();
    }

    /// <summary>Stops serving.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _flow.DisposeAsync().ConfigureAwait(false);
        if (_host is not null)
            await _host.DisposeAsync().ConfigureAwait(false);
        _sender.Dispose();
    }

    private Task HandleAsync(HttpContext context) => AdminApi.Serves(context) ? _admin.HandleAsync(context) : _api.HandleAsync(context);

    private static void Check(AircallEmulatorOptions options)
    {
        if (options.ApiId.Length is 0 || options.ApiToken.Length is 0)
            throw new ArgumentException("The API key is empty. Give both ApiId and ApiToken.", nameof(options));
        if (options.RequestsPerMinute < 1)
            throw new ArgumentException("The limit is 1 or more. Turn limits off with LimitsEnabled.", nameof(options));
    }
}

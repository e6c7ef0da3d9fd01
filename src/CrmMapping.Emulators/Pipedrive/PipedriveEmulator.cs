using CrmMapping.Emulators.Pipedrive;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace CrmMapping.Emulators;

/// <summary>Serves a Pipedrive company on 127.0.0.1: its API, its limits, its habits, and faults on request. May be shared between threads.</summary>
public sealed class PipedriveEmulator : IAsyncDisposable
{
    private readonly Company _company;
    private readonly PipedriveApi _api;
    private readonly WebhookSender _sender;
    private readonly AdminApi _admin;
    private readonly WebhookFlow _flow;
    private LoopbackHost? _host;

    private PipedriveEmulator(Company company, PipedriveApi api, FaultInjector faults, RequestLog log, WebhookSender sender)
    {
        (_company, _api, _sender) = (company, api, sender);
        (Faults, Requests) = (faults, log);
        Persons = new PipedrivePersons(company);
        Users = new PipedriveUsers(company);
        Fields = new PipedriveFields(company);
        Webhooks = new PipedriveWebhooks(company);
        Tokens = new PipedriveTokens(company);
        _admin = new AdminApi(new PipedriveAccount(this));
        _flow = new WebhookFlow(
            company.Options.SendsWebhooksByItself, company.Options.TimeProvider, stop => company.Subscriptions.DeliverAsync(company.Now, stop));
    }

    /// <summary>Gets the address to use instead of <c>https://api.pipedrive.com</c>; the token endpoint is served there too.</summary>
    public Uri BaseAddress => _host!.BaseAddress;

    /// <summary>Gets the first of the API tokens that are let in.</summary>
    public string ApiToken => _company.Options.ApiTokens[0];

    /// <summary>Gets the persons, as somebody at the screen sees them.</summary>
    public PipedrivePersons Persons { get; }

    /// <summary>Gets the users.</summary>
    public PipedriveUsers Users { get; }

    /// <summary>Gets the definitions of person fields.</summary>
    public PipedriveFields Fields { get; }

    /// <summary>Gets the webhooks.</summary>
    public PipedriveWebhooks Webhooks { get; }

    /// <summary>Gets the tokens.</summary>
    public PipedriveTokens Tokens { get; }

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
    /// <exception cref="ArgumentException">There is no token, or a limit is below 1.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<PipedriveEmulator> StartAsync(PipedriveEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PipedriveEmulatorOptions();
        Check(options);
        var clock = new ShiftedClock(options.Clock ?? options.TimeProvider.ToClock(), options.ClockSkew);
        var (faults, log) = (new FaultInjector(options.Seed), new RequestLog());
        var sender = new WebhookSender(TimeSpan.FromSeconds(10));
        var company = new Company(options, clock, sender);
        var emulator = new PipedriveEmulator(company, new PipedriveApi(company, faults, log, clock), faults, log, sender);
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

    /// <summary>Spends tokens of the company's day, as others who use its API do.</summary>
    /// <param name="tokens">How many, 0 or more.</param>
    public void SpendTokens(int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        lock (_company.Gate)
            _api.Limits.Spend(tokens);
    }

    /// <summary>Forgets persons, requests, faults, webhooks and used limits. Fields, users and tokens stay.</summary>
    public void Reset()
    {
        lock (_company.Gate)
        {
            _company.Persons.Clear();
            _company.Subscriptions.Clear();
            _company.Subscriptions.Outbox.Clear();
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

    private static void Check(PipedriveEmulatorOptions options)
    {
        if (options.ApiTokens.Count is 0)
            throw new ArgumentException("ApiTokens is empty. Give at least one token.", nameof(options));
        if (Math.Min(Math.Min(options.BurstLimit, options.OAuthBurstLimit), Math.Min(options.SearchBurstLimit, options.DailyTokens)) < 1)
            throw new ArgumentException("Limits are 1 or more. Turn limits off with LimitsEnabled.", nameof(options));
    }
}

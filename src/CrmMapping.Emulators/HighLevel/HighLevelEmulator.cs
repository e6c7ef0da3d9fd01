using CrmMapping.Emulators.HighLevel;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace CrmMapping.Emulators;

/// <summary>Serves a HighLevel location on 127.0.0.1: its API, its limits, its habits, and faults on request. May be shared between threads.</summary>
public sealed class HighLevelEmulator : IAsyncDisposable
{
    private readonly Location _location;
    private readonly HighLevelApi _api;
    private readonly WebhookSender _sender;
    private readonly AdminApi _admin;
    private readonly WebhookFlow _flow;
    private LoopbackHost? _host;

    private HighLevelEmulator(Location location, HighLevelApi api, FaultInjector faults, RequestLog log, WebhookSender sender)
    {
        (_location, _api, _sender) = (location, api, sender);
        (Faults, Requests) = (faults, log);
        Contacts = new HighLevelContacts(location);
        Users = new HighLevelUsers(location);
        Fields = new HighLevelFields(location);
        Webhooks = new HighLevelWebhooks(location);
        Tokens = new HighLevelTokens(location);
        _admin = new AdminApi(new HighLevelAccount(this));
        _flow = new WebhookFlow(
            location.Options.SendsWebhooksByItself, location.Options.TimeProvider, stop => location.Outbox.DeliverAsync(location.Now, stop));
    }

    /// <summary>Gets the address to use instead of <c>https://services.leadconnectorhq.com</c>.</summary>
    public Uri BaseAddress => _host!.BaseAddress;

    /// <summary>Gets the first of the private integration tokens that are let in.</summary>
    public string PrivateToken => _location.Options.PrivateTokens[0];

    /// <summary>Gets the id of the location.</summary>
    public string LocationId => _location.Options.LocationId;

    /// <summary>Gets the contacts, as a person at the screen sees them.</summary>
    public HighLevelContacts Contacts { get; }

    /// <summary>Gets the users.</summary>
    public HighLevelUsers Users { get; }

    /// <summary>Gets the custom fields.</summary>
    public HighLevelFields Fields { get; }

    /// <summary>Gets the webhooks.</summary>
    public HighLevelWebhooks Webhooks { get; }

    /// <summary>Gets the tokens.</summary>
    public HighLevelTokens Tokens { get; }

    /// <summary>Gets what goes wrong.</summary>
    public FaultInjector Faults { get; }

    /// <summary>Gets what was asked.</summary>
    public RequestLog Requests { get; }

    /// <summary>Gets or sets whether requests are limited.</summary>
    public bool LimitsEnabled
    {
        get { lock (_location.Gate) return _api.Limits.Enabled; }
        set { lock (_location.Gate) _api.Limits.Enabled = value; }
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; null means the defaults.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, ready for requests.</returns>
    /// <exception cref="ArgumentException">There is no token, or a limit is below 1.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<HighLevelEmulator> StartAsync(HighLevelEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new HighLevelEmulatorOptions();
        Check(options);
        var clock = new ShiftedClock(options.Clock ?? options.TimeProvider.ToClock(), options.ClockSkew);
        var (faults, log) = (new FaultInjector(options.Seed), new RequestLog());
        var sender = new WebhookSender(TimeSpan.FromSeconds(10));
        var location = new Location(options, clock, sender);
        var emulator = new HighLevelEmulator(location, new HighLevelApi(location, faults, log, clock), faults, log, sender);
        try
        {
            emulator._host = await LoopbackHost.StartAsync(options.Port, emulator.HandleAsync, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Spends requests of the location's day, as others with the same app do.</summary>
    /// <param name="requests">How many, 0 or more.</param>
    public void SpendRequests(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        lock (_location.Gate)
            _api.Limits.Spend(requests);
    }

    /// <summary>Forgets contacts, requests, faults, waiting webhooks and used limits. Fields, users and tokens stay.</summary>
    public void Reset()
    {
        lock (_location.Gate)
        {
            _location.Contacts.Clear();
            _location.Index.Clear();
            _location.Outbox.Waiting.Clear();
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

    private static void Check(HighLevelEmulatorOptions options)
    {
        if (options.PrivateTokens.Count is 0)
            throw new ArgumentException("PrivateTokens is empty. Give at least one token.", nameof(options));
        if (Math.Min(options.BurstLimit, options.DailyLimit) < 1)
            throw new ArgumentException("Limits are 1 or more. Turn limits off with LimitsEnabled.", nameof(options));
    }
}

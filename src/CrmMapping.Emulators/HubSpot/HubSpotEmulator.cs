using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Extensions;

namespace CrmMapping.Emulators;

/// <summary>Serves a HubSpot account on 127.0.0.1: its API, its limits, its habits, and faults on request. May be shared between threads.</summary>
public sealed class HubSpotEmulator : IAsyncDisposable
{
    private readonly HubSpotPortal _portal;
    private readonly HubSpotApi _api;
    private readonly WebhookSender _sender;
    private readonly AdminApi _admin;
    private readonly WebhookFlow _flow;
    private LoopbackHost? _host;

    private HubSpotEmulator(HubSpotPortal portal, HubSpotApi api, FaultInjector faults, RequestLog log, WebhookSender sender)
    {
        (_portal, _api, _sender) = (portal, api, sender);
        (Faults, Requests) = (faults, log);
        Contacts = new HubSpotContacts(portal);
        Owners = new HubSpotOwners(portal);
        Lists = new HubSpotLists(portal);
        Properties = new HubSpotProperties(portal);
        Calls = new HubSpotActivities(portal, portal.Calls);
        Communications = new HubSpotActivities(portal, portal.Communications);
        CallOutcomes = new HubSpotCallOutcomes(portal);
        _admin = new AdminApi(new HubSpotAccount(this, portal));
        _flow = new WebhookFlow(
            portal.Options.SendsWebhooksByItself, portal.Options.TimeProvider, stop => portal.Webhooks.DeliverDueAsync(portal.Now, stop));
    }

    /// <summary>Gets the address to use instead of <c>https://api.hubapi.com</c>.</summary>
    public Uri BaseAddress => _host!.BaseAddress;

    /// <summary>Gets the first of the private-app tokens that are let in.</summary>
    public string AccessToken => _portal.Options.AccessTokens[0];

    /// <summary>Gets the contacts, as a person at the screen sees them.</summary>
    public HubSpotContacts Contacts { get; }

    /// <summary>Gets the owners.</summary>
    public HubSpotOwners Owners { get; }

    /// <summary>Gets the lists of contacts.</summary>
    public HubSpotLists Lists { get; }

    /// <summary>Gets the properties of contacts.</summary>
    public HubSpotProperties Properties { get; }

    /// <summary>Gets the calls.</summary>
    public HubSpotActivities Calls { get; }

    /// <summary>Gets the communications: text messages and the like.</summary>
    public HubSpotActivities Communications { get; }

    /// <summary>Gets the outcomes that are offered for calls.</summary>
    public HubSpotCallOutcomes CallOutcomes { get; }

    /// <summary>Gets the webhooks.</summary>
    public HubSpotWebhooks Webhooks => _portal.Webhooks;

    /// <summary>Gets the OAuth tokens.</summary>
    public HubSpotOAuth OAuth => _portal.OAuth;

    /// <summary>Gets what goes wrong.</summary>
    public FaultInjector Faults { get; }

    /// <summary>Gets what was asked.</summary>
    public RequestLog Requests { get; }

    /// <summary>Gets how many requests to the API came since the start or the last reset.</summary>
    public long RequestCount => Requests.Count;

    /// <summary>Gets or sets whether requests are limited.</summary>
    public bool LimitsEnabled
    {
        get { lock (_portal.Gate) return _api.Limits.Enabled; }
        set { lock (_portal.Gate) _api.Limits.Enabled = value; }
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; null means the defaults.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <returns>The emulator, ready for requests.</returns>
    /// <exception cref="ArgumentException">There is no access token, the time zone is unknown, or a limit is below 1.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<HubSpotEmulator> StartAsync(HubSpotEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new HubSpotEmulatorOptions();
        Check(options);
        var clock = options.Clock ?? options.TimeProvider.ToClock();
        var (faults, log) = (new FaultInjector(options.Seed), new RequestLog());
        var sender = new WebhookSender(TimeSpan.FromSeconds(5));
        var portal = new HubSpotPortal(options, clock, sender);
        var emulator = new HubSpotEmulator(portal, new HubSpotApi(portal, faults, log, clock), faults, log, sender);
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

    /// <summary>Forgets records, requests, faults, waiting webhooks and used limits. Properties, owners and tokens stay.</summary>
    public void Reset()
    {
        lock (_portal.Gate)
        {
            _portal.Clear();
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

    private Task HandleAsync(HttpContext context) =>
        AdminApi.Serves(context) ? _admin.HandleAsync(context) : _api.HandleAsync(context);

    private static void Check(HubSpotEmulatorOptions options)
    {
        if (options.AccessTokens.Count is 0)
            throw new ArgumentException("AccessTokens is empty. Give at least one token.", nameof(options));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone) is null)
            throw new ArgumentException($"The time zone '{options.TimeZone}' is unknown. Take an IANA name, such as 'Europe/Berlin'.", nameof(options));
        if (Math.Min(Math.Min(options.BurstLimit, options.OAuthBurstLimit), Math.Min(options.DailyLimit, options.SearchLimit)) < 1
            || options.LargestPage < 2 || options.LargestSearchPage < 1)
            throw new ArgumentException("Limits are 1 or more, and LargestPage is 2 or more. Turn limits off with LimitsEnabled.", nameof(options));
    }
}

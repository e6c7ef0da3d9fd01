using NodaTime;
using NodaTime.Extensions;

namespace CrmMapping.Emulators;

/// <summary>Serves a HubSpot account on 127.0.0.1: its API, its limits, its habits, and faults on request. May be shared between threads.</summary>
public sealed class HubSpotEmulator : IAsyncDisposable
{
    private readonly HubSpotPortal _portal;
    private readonly HubSpotApi _api;
    private readonly LoopbackHost _host;
    private readonly WebhookSender _sender;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _flow;

    private HubSpotEmulator(HubSpotPortal portal, HubSpotApi api, FaultInjector faults, RequestLog log, LoopbackHost host, WebhookSender sender)
    {
        (_portal, _api, _host, _sender) = (portal, api, host, sender);
        (Faults, Requests) = (faults, log);
        Contacts = new HubSpotContacts(portal);
        Owners = new HubSpotOwners(portal);
        Properties = new HubSpotProperties(portal);
        _flow = portal.Options.SendsWebhooksByItself ? FlowAsync(_stopping.Token) : Task.CompletedTask;
    }

    /// <summary>Gets the address to use instead of <c>https://api.hubapi.com</c>.</summary>
    public Uri BaseAddress => _host.BaseAddress;

    /// <summary>Gets the first of the private-app tokens that are let in.</summary>
    public string AccessToken => _portal.Options.AccessTokens[0];

    /// <summary>Gets the contacts, as a person at the screen sees them.</summary>
    public HubSpotContacts Contacts { get; }

    /// <summary>Gets the owners.</summary>
    public HubSpotOwners Owners { get; }

    /// <summary>Gets the properties of contacts.</summary>
    public HubSpotProperties Properties { get; }

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
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<HubSpotEmulator> StartAsync(HubSpotEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new HubSpotEmulatorOptions();
        var clock = options.Clock ?? options.TimeProvider.ToClock();
        var (faults, log) = (new FaultInjector(options.Seed), new RequestLog());
        var sender = new WebhookSender(TimeSpan.FromSeconds(5));
        var portal = new HubSpotPortal(options, clock, sender);
        var api = new HubSpotApi(portal, faults, log, clock);
        try
        {
            var host = await LoopbackHost.StartAsync(options.Port, api.HandleAsync, cancellationToken).ConfigureAwait(false);
            return new HubSpotEmulator(portal, api, faults, log, host, sender);
        }
        catch
        {
            sender.Dispose();
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
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _flow.ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
        _sender.Dispose();
        _stopping.Dispose();
    }

    private async Task FlowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), _portal.Options.TimeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
                await _portal.Webhooks.DeliverDueAsync(_portal.Now, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The emulator stops.
        }
    }
}

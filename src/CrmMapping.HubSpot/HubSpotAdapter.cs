using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Connects the engine to HubSpot contacts, and turns HubSpot's webhooks into notices.</summary>
/// <remarks>One instance serves every HubSpot connection, from many threads at once.</remarks>
public sealed class HubSpotAdapter : ICrmAdapter, IReceivesNotices, IIdentifiesAccounts, IDisposable
{
    internal const string KindName = "HubSpot";

    private readonly HubSpotOptions _options;
    private readonly IClock _clock;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, AccountDay> _days = new(StringComparer.Ordinal);
    private readonly CrmHttpClients _clients;
    private readonly WebhookReceiver _webhooks;

    /// <summary>Makes the adapter. <c>AddHubSpot</c> does so for a host.</summary>
    /// <param name="options">The options.</param>
    /// <param name="http">Makes HTTP clients; the one named <c>HubSpot</c> is used.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="time">Drives waits; the same time as the clock's.</param>
    /// <param name="logger">The log.</param>
    /// <param name="credentials">Keeps connections' credentials; null leaves the access token of the options alone.</param>
    /// <param name="meters">Makes the meter; null measures nothing.</param>
    public HubSpotAdapter(
        IOptions<HubSpotOptions> options, IHttpClientFactory http, IClock clock, TimeProvider time, ILogger<HubSpotAdapter> logger,
        ICredentialSource? credentials = null, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        _clients = new CrmHttpClients(
            KindName, connection => new HubSpotHttpRules(_options, DayOf(connection)), http, new HubSpotCredentials(credentials, _options),
            new HubSpotTokenIssuer(_options), time, logger, meters);
        _webhooks = new WebhookReceiver(_options, clock);
        Traits = new CrmTraits
        {
            DefaultCreation = SyncFlow.FromCrm,
            DefaultUpdate = SyncFlow.BothWays,
            BatchSize = ContactsApi.MaxBatch,
            SearchLag = Duration.FromTimeSpan(_options.SearchLag),
            HasLeadStatuses = true,
            KnownFields = HubSpotFields.Known,
            FieldAliases = HubSpotFields.Aliases,
        };
    }

    /// <inheritdoc />
    public string Kind => KindName;

    /// <inheritdoc />
    public CrmTraits Traits { get; }

    /// <inheritdoc />
    public ICrmSession Open(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new HubSpotSession(connection, _clients.For(connection), DayOf(connection), _options, _clock, _logger);
    }

    /// <inheritdoc />
    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        return _webhooks.Read(request, connections);
    }

    /// <inheritdoc />
    public Task<CrmAccount> IdentifyAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        _clients.IdentifyAsync(
            connection, credentials, new HubSpotHttpRules(_options, new AccountDay()),
            (http, inner) => new AccountReader(new ContactsApi(http, new HubSpotPaths(_options.ApiVersion))).ReadIdAsync(inner),
            cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _clients.Dispose();

    private AccountDay DayOf(Connection connection) => _days.GetOrAdd(connection.Name, static _ => new AccountDay());
}

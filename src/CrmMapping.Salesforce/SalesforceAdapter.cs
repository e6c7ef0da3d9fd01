using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Connects the engine to Salesforce contacts and leads, and turns Salesforce's messages into notices.</summary>
/// <remarks>One instance serves every Salesforce connection, from many threads at once.</remarks>
public sealed class SalesforceAdapter : ICrmAdapter, IReceivesNotices, IIdentifiesAccounts, IDisposable
{
    internal const string KindName = "Salesforce";

    // What a bulk job takes well, and a host holds in memory at once.
    private const int BackfillSize = 10_000;

    private readonly SalesforceOptions _options;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, OrgSize> _sizes = new(StringComparer.Ordinal);
    private readonly CrmHttpClients _clients;
    private readonly WebhookReceiver _webhooks;

    /// <summary>Makes the adapter. <c>AddSalesforce</c> does so for a host.</summary>
    /// <param name="options">The options.</param>
    /// <param name="http">Makes HTTP clients; the one named <c>Salesforce</c> is used.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="time">Drives waits; the same time as the clock's.</param>
    /// <param name="logger">The log.</param>
    /// <param name="credentials">Keeps connections' credentials; null leaves the app's own grant of the options alone.</param>
    /// <param name="meters">Makes the meter; null measures nothing.</param>
    public SalesforceAdapter(
        IOptions<SalesforceOptions> options, IHttpClientFactory http, IClock clock, TimeProvider time, ILogger<SalesforceAdapter> logger,
        ICredentialSource? credentials = null, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _clock = clock;
        _time = time;
        _logger = logger;
        var rules = new SalesforceHttpRules(_options);
        _clients = new CrmHttpClients(
            KindName, _ => rules, http, new SalesforceCredentials(credentials, _options), new SalesforceTokenIssuer(_options), time, logger, meters);
        _webhooks = new WebhookReceiver(_options);
        Traits = new CrmTraits
        {
            DefaultCreation = SyncFlow.FromCrm,
            DefaultUpdate = SyncFlow.BothWays,
            BatchSize = RecordsApi.MaxBatch,
            BackfillSize = BackfillSize,
            HasLeadStatuses = true,
            KnownFields = SalesforceFields.Known,
            FieldAliases = SalesforceFields.Aliases,
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
        return new SalesforceSession(
            connection, _clients.For(connection), _sizes.GetOrAdd(connection.Name, static _ => new OrgSize()), _options, _clock, _time, _logger);
    }

    /// <inheritdoc />
    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        return _webhooks.Read(request, connections);
    }

    /// <summary>Says what Salesforce is told of an outbound message: a SOAP acknowledgement, without which it sends it again for a day.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <returns>The answer.</returns>
    public WebhookAnswer Answer(WebhookOutcome outcome) => OutboundAcknowledgement.Of(outcome);

    /// <inheritdoc />
    public Task<CrmAccount> IdentifyAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        _clients.IdentifyAsync(
            connection, credentials, new SalesforceHttpRules(_options),
            static (http, inner) => new OrgReader(http).ReadIdAsync(inner), cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _clients.Dispose();
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Connects the engine to HighLevel contacts, and turns HighLevel's webhooks into notices.</summary>
/// <remarks>One instance serves every HighLevel connection, from many threads at once.</remarks>
public sealed class HighLevelAdapter : ICrmAdapter, IReceivesNotices, IIdentifiesAccounts, IDisposable
{
    internal const string KindName = "HighLevel";

    private readonly HighLevelOptions _options;
    private readonly IClock _clock;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, AccountSize> _sizes = new(StringComparer.Ordinal);
    private readonly CrmHttpClients _clients;
    private readonly WebhookReceiver _webhooks;
    private readonly LocationFinder _locations;

    /// <summary>Makes the adapter. <c>AddHighLevel</c> does so for a host.</summary>
    /// <param name="options">The options.</param>
    /// <param name="http">Makes HTTP clients; the one named <c>HighLevel</c> is used.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="time">Drives waits; the same time as the clock's.</param>
    /// <param name="logger">The log.</param>
    /// <param name="credentials">Keeps connections' credentials; null leaves the private integration token of the options alone.</param>
    /// <param name="meters">Makes the meter; null measures nothing.</param>
    public HighLevelAdapter(
        IOptions<HighLevelOptions> options, IHttpClientFactory http, IClock clock, TimeProvider time, ILogger<HighLevelAdapter> logger,
        ICredentialSource? credentials = null, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        var issuer = new HighLevelTokenIssuer(_options);
        _clients = new CrmHttpClients(
            KindName, _ => new HighLevelHttpRules(_options), http, new HighLevelCredentials(credentials, _options), issuer, time, logger, meters);
        _webhooks = new WebhookReceiver(_options, clock);
        _locations = new LocationFinder(issuer, _options, clock);
        Traits = new CrmTraits
        {
            DefaultCreation = SyncFlow.BothWays,
            DefaultUpdate = SyncFlow.FromCrm,
            BatchSize = ContactSearch.MaxRead,
            BackfillSize = 2 * ContactSearch.MaxRead,
            SearchLag = Duration.FromTimeSpan(_options.SearchLag),
            KnownFields = HighLevelFields.Known,
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
        return new HighLevelSession(
            connection, _clients.For(connection), _sizes.GetOrAdd(connection.Name, static _ => new AccountSize()), _options, _clock, _logger);
    }

    /// <inheritdoc />
    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        return _webhooks.Read(request, connections);
    }

    /// <summary>Says what HighLevel is told of a webhook: it sends again after a 429 alone, so that is what one is told that could not be kept.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <returns>The answer.</returns>
    public WebhookAnswer Answer(WebhookOutcome outcome) =>
        outcome == WebhookOutcome.NotKept ? new WebhookAnswer(429) : WebhookAnswer.Of(outcome);

    /// <inheritdoc />
    public async Task<CrmAccount> IdentifyAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        CrmCredentials? bought = null;
        var account = await _clients.IdentifyAsync(
            connection, credentials, new HighLevelHttpRules(_options),
            async (http, inner) =>
            {
                (var id, bought) = await _locations.FindAsync(http, credentials, inner).ConfigureAwait(false);
                return id;
            },
            cancellationToken).ConfigureAwait(false);
        return bought is null ? account : account with { Credentials = bought };
    }

    /// <inheritdoc />
    public void Dispose() => _clients.Dispose();
}

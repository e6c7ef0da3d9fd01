using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Connects the engine to Pipedrive persons, and turns Pipedrive's webhooks into notices.</summary>
/// <remarks>One instance serves every Pipedrive connection, from many threads at once.</remarks>
public sealed class PipedriveAdapter : ICrmAdapter, IReceivesNotices, IIdentifiesAccounts, IDisposable
{
    internal const string KindName = "Pipedrive";

    private readonly PipedriveOptions _options;
    private readonly IClock _clock;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, AccountKnowledge> _known = new(StringComparer.Ordinal);
    private readonly CrmHttpClients _clients;
    private readonly WebhookReceiver _webhooks;

    /// <summary>Makes the adapter. <c>AddPipedrive</c> does so for a host.</summary>
    /// <param name="options">The options.</param>
    /// <param name="http">Makes HTTP clients; the one named <c>Pipedrive</c> is used.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="time">Drives waits; the same time as the clock's.</param>
    /// <param name="logger">The log.</param>
    /// <param name="credentials">Keeps connections' credentials; null leaves the API token of the options alone.</param>
    /// <param name="meters">Makes the meter; null measures nothing.</param>
    public PipedriveAdapter(
        IOptions<PipedriveOptions> options, IHttpClientFactory http, IClock clock, TimeProvider time, ILogger<PipedriveAdapter> logger,
        ICredentialSource? credentials = null, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        _clients = new CrmHttpClients(
            KindName, connection => new PipedriveHttpRules(_options, Of(connection).Day), http, new PipedriveCredentials(credentials, _options),
            new PipedriveTokenIssuer(_options), time, logger, meters);
        _webhooks = new WebhookReceiver(_options);
        Traits = new CrmTraits
        {
            DefaultCreation = SyncFlow.FromCrm,
            DefaultUpdate = SyncFlow.BothWays,
            BatchSize = ContactsApi.MaxIds,
            SearchLag = Duration.FromTimeSpan(_options.SearchLag),
            KnownFields = PipedriveFields.Known,
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
        return new PipedriveSession(connection, _clients.For(connection), Of(connection), _options, _clock, _logger);
    }

    /// <inheritdoc />
    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        return _webhooks.Read(request, connections);
    }

    /// <inheritdoc />
    /// <remarks>
    /// What is not answered with 2xx is sent three times more, and ten of those make Pipedrive drop a webhook's events for half an hour. So
    /// what trying again cannot mend is taken: a webhook that makes no sense is answered with 200 and told in the log. One that is not believed is
    /// answered with 401, as the settings of Pipedrive's own must show that its sign-in is wrong, and one that could not be kept with 503,
    /// as it is lost otherwise.
    /// </remarks>
    public WebhookAnswer Answer(WebhookOutcome outcome) =>
        outcome == WebhookOutcome.Malformed ? new WebhookAnswer(200) : WebhookAnswer.Of(outcome);

    /// <inheritdoc />
    public Task<CrmAccount> IdentifyAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        PipedriveCredentials.Check(connection, credentials);
        return _clients.IdentifyAsync(
            connection, credentials, new PipedriveHttpRules(_options, new AccountDay()),
            static (http, inner) => new AccountReader(new ContactsApi(http)).ReadIdAsync(inner), cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _clients.Dispose();

    private AccountKnowledge Of(Connection connection) => _known.GetOrAdd(connection.Name, _ => new AccountKnowledge(_clock));
}

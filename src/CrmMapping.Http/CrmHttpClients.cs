using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CrmMapping.Http;

/// <summary>Gives each connection its one client, so that all its sessions share budget and token.</summary>
/// <remarks>An adapter holds one of these; its methods may be called from many threads.</remarks>
public sealed class CrmHttpClients : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<CrmHttpClient>> _clients = new(StringComparer.Ordinal);
    private readonly Func<Connection, ICrmHttpRules> _rules;
    private readonly IHttpClientFactory _http;
    private readonly ICredentialSource _credentials;
    private readonly ITokenIssuer _issuer;
    private readonly RequestMeter _meter;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes the clients of one kind of CRM.</summary>
    /// <param name="kind">The CRM's name, also in metrics.</param>
    /// <param name="rules">Says how the account of a connection behaves; asked once a connection.</param>
    /// <param name="http">Makes HTTP clients; the one of that name is used.</param>
    /// <param name="credentials">Keeps the credentials.</param>
    /// <param name="issuer">Buys new access tokens.</param>
    /// <param name="time">The time.</param>
    /// <param name="logger">The log.</param>
    /// <param name="meters">Makes the meter; null measures nothing.</param>
    public CrmHttpClients(
        string kind, Func<Connection, ICrmHttpRules> rules, IHttpClientFactory http, ICredentialSource credentials,
        ITokenIssuer issuer, TimeProvider time, ILogger logger, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _http = http;
        _credentials = credentials;
        _issuer = issuer;
        _meter = new RequestMeter(kind, meters);
        _time = time;
        _logger = logger;
    }

    /// <summary>Gets the client of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <returns>
    /// The same client for every call with a connection of that name. Where the connection was saved since, the client reads its
    /// credentials anew.
    /// </returns>
    public CrmHttpClient For(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return _clients.GetOrAdd(connection.Name, _ => new Lazy<CrmHttpClient>(() => Make(connection, _rules(connection), _credentials))).Value.Follow(connection);
    }

    /// <summary>Asks the account that credentials open for its id, by a client of its own.</summary>
    /// <param name="connection">The connection that the credentials are meant for; its own client, budget and token are left alone.</param>
    /// <param name="credentials">The credentials. A token that is bought with them is given back and not kept.</param>
    /// <param name="rules">Says how the account behaves, which may be another one than the connection's.</param>
    /// <param name="readId">Asks for the id, null where that is not allowed; the client is disposed of afterwards.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account.</returns>
    /// <exception cref="CrmException">The credentials are refused, or the account could not be asked.</exception>
    public async Task<CrmAccount> IdentifyAsync(
        Connection connection, CrmCredentials credentials, ICrmHttpRules rules, Func<CrmHttpClient, CancellationToken, Task<string?>> readId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(readId);
        var held = new HeldCredentials(credentials);
        using var client = Make(connection, rules, held);
        var id = await readId(client, cancellationToken).ConfigureAwait(false);
        return new CrmAccount { Id = id, Credentials = held.Current };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Value.Dispose();
        }
    }

    private CrmHttpClient Make(Connection connection, ICrmHttpRules rules, ICredentialSource credentials)
    {
        var exchange = new HttpExchange(_http, rules, _time);
        return new CrmHttpClient(
            connection, rules, new TokenKeeper(connection, credentials, _issuer, exchange, _time, _logger),
            new PaidExchange(connection, rules, exchange, _meter, _time, _logger), _time, _logger);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CrmMapping.Http;

/// <summary>Gives each connection its one client, so that all its sessions share budget and token.</summary>
/// <remarks>An adapter holds one of these; its methods may be called from many threads.</remarks>
public sealed class CrmHttpClients : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<CrmHttpClient>> _clients = new(StringComparer.Ordinal);
    private readonly ICrmHttpRules _rules;
    private readonly ICredentialSource _credentials;
    private readonly ITokenIssuer _issuer;
    private readonly HttpExchange _exchange;
    private readonly RequestMeter _meter;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes the clients of one kind of CRM.</summary>
    /// <param name="rules">How the CRM behaves; <see cref="ICrmHttpRules.Kind"/> is also the name of the HTTP client used.</param>
    /// <param name="http">Makes HTTP clients.</param>
    /// <param name="credentials">Keeps the credentials.</param>
    /// <param name="issuer">Buys new access tokens.</param>
    /// <param name="time">The time.</param>
    /// <param name="logger">The log.</param>
    /// <param name="meters">Makes the meter; null measures nothing.</param>
    public CrmHttpClients(
        ICrmHttpRules rules, IHttpClientFactory http, ICredentialSource credentials, ITokenIssuer issuer,
        TimeProvider time, ILogger logger, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _credentials = credentials;
        _issuer = issuer;
        _exchange = new HttpExchange(http, rules, time);
        _meter = new RequestMeter(rules.Kind, meters);
        _time = time;
        _logger = logger;
    }

    /// <summary>Gets the client of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <returns>The same client for every call with a connection of that name.</returns>
    public CrmHttpClient For(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return _clients.GetOrAdd(connection.Name, _ => new Lazy<CrmHttpClient>(() => Make(connection))).Value;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Value.Dispose();
        }
    }

    private CrmHttpClient Make(Connection connection) => new(
        connection, _rules, new TokenKeeper(connection, _credentials, _issuer, _exchange, _time, _logger), _exchange, _meter, _time, _logger);
}

using System.Collections.Concurrent;
using System.Text;

namespace CrmMapping.Aircall;

/// <summary>Holds what opens each account, as it was last said, in the form in which it goes with requests.</summary>
/// <remarks>An account counts as another version of itself once its credentials change, so that its client reads them anew.</remarks>
internal sealed class AircallKeys : ICredentialSource
{
    private readonly ConcurrentDictionary<string, Key> _keys = new(StringComparer.Ordinal);

    /// <summary>Takes an account's credentials.</summary>
    /// <returns>The account as the HTTP client knows it.</returns>
    /// <exception cref="CrmException">The credentials cannot be sent.</exception>
    public Connection Keep(TelephonyAccount account, TelephonyCredentials credentials)
    {
        var authorization = Authorization(account, credentials);
        var key = _keys.AddOrUpdate(
            account.Name,
            static (_, added) => new Key(added, 0),
            static (_, known, added) => known.Authorization == added ? known : new Key(added, known.Version + 1),
            authorization);
        return new Connection { Name = account.Name, Kind = account.Kind, Tenant = account.Tenant, Version = key.Version };
    }

    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) =>
        new(_keys.TryGetValue(connection.Name, out var key) ? new CrmCredentials { AccessToken = key.Authorization } : null);

    // Neither keys nor access tokens of Aircall end, so none is ever bought to be saved.
    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) => default;

    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken)
    {
        _keys.TryRemove(connection.Name, out _);
        return default;
    }

    private static string Authorization(TelephonyAccount account, TelephonyCredentials credentials)
    {
        if (!IsWord(credentials.Secret) || (credentials.KeyId is { } id && !IsWord(id)))
        {
            throw new CrmException(
                CrmFailure.Credentials, account.Name,
                "The API key or access token is empty or holds a space or line end. Copy it again, or check that its configuration key is set.");
        }

        return credentials.KeyId is null
            ? $"Bearer {credentials.Secret}"
            : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.KeyId}:{credentials.Secret}"))}";
    }

    private static bool IsWord(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private sealed record Key(string Authorization, int Version)
    {
        public override string ToString() => nameof(Key);
    }
}

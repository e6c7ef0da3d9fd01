using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Issues and judges the tokens of the emulated account. May be shared between threads.</summary>
public sealed class HubSpotOAuth
{
    private static readonly Duration Lifetime = Duration.FromSeconds(1800);

    private readonly HubSpotPortal _portal;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Instant> _access = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refresh = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _privateApps;
    private long _issued;

    internal HubSpotOAuth(HubSpotPortal portal)
    {
        _portal = portal;
        _privateApps = portal.Options.AccessTokens.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Installs the app: makes a refresh token.</summary>
    /// <returns>The refresh token.</returns>
    public string IssueRefreshToken() => Issue("na1-", _refresh);

    /// <summary>Makes the code that a user's consent would bring to the redirect address; it can be exchanged once.</summary>
    /// <returns>The code.</returns>
    public string IssueCode() => Issue("code-", _codes);

    /// <summary>Makes an access token that lives 30 minutes.</summary>
    /// <returns>The access token.</returns>
    public string IssueAccessToken()
    {
        lock (_gate)
        {
            var token = Word("CP");
            _access[token] = _portal.Now + Lifetime;
            return token;
        }
    }

    /// <summary>Uninstalls the app: every refresh token stops working. Access tokens live on until they expire.</summary>
    public void RevokeRefreshTokens()
    {
        lock (_gate)
            _refresh.Clear();
    }

    internal bool UseCode(string code)
    {
        lock (_gate)
            return _codes.Remove(code);
    }

    internal bool IsRefreshToken([NotNullWhen(true)] string? token)
    {
        lock (_gate)
            return token is not null && _refresh.Contains(token);
    }

    internal void Revoke(string token)
    {
        lock (_gate)
            _refresh.Remove(token);
    }

    internal string Renew(string refreshToken)
    {
        if (!_portal.Options.RotatesRefreshTokens)
            return refreshToken;
        Revoke(refreshToken);
        return IssueRefreshToken();
    }

    internal Verdict Judge(string? token, out Instant expiry)
    {
        lock (_gate)
        {
            expiry = default;
            if (token is null)
                return Verdict.Unknown;
            if (_privateApps.Contains(token))
                return Verdict.PrivateApp;
            if (!_access.TryGetValue(token, out expiry))
                return Verdict.Unknown;
            return expiry > _portal.Now ? Verdict.OAuth : Verdict.Expired;
        }
    }

    private string Issue(string prefix, HashSet<string> kept)
    {
        lock (_gate)
        {
            var word = Word(prefix);
            kept.Add(word);
            return word;
        }
    }

    private string Word(string prefix) => prefix + Seeded.NewGuid(_portal.Options.Seed, ++_issued, 900).ToString("N");

    internal enum Verdict
    {
        Unknown,
        Expired,
        PrivateApp,
        OAuth,
    }
}

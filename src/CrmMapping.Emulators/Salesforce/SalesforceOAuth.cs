using CrmMapping.Emulators.Salesforce;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Opens and ends sessions of the emulated org. May be shared between threads.</summary>
public sealed class SalesforceOAuth
{
    private readonly SalesforceOrg _org;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Instant> _sessions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refresh = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private long _issued;

    internal SalesforceOAuth(SalesforceOrg org)
    {
        _org = org;
        foreach (var token in org.Options.AccessTokens)
            _sessions[token] = Instant.MaxValue;
    }

    /// <summary>Makes a refresh token, as a user's consent would.</summary>
    /// <returns>The refresh token.</returns>
    public string IssueRefreshToken() => Issue("5Aep861", _refresh);

    /// <summary>Makes the code that a user's consent would bring to the redirect address; it can be exchanged once.</summary>
    /// <returns>The code.</returns>
    public string IssueCode() => Issue("aPrx", _codes);

    /// <summary>Opens a session.</summary>
    /// <returns>The access token.</returns>
    public string IssueAccessToken()
    {
        lock (_gate)
        {
            var token = Word($"{_org.Id[..15]}!AQEAQ");
            _sessions[token] = _org.Now;
            return token;
        }
    }

    /// <summary>Ends every session, those of <see cref="SalesforceEmulatorOptions.AccessTokens"/> too. Refresh tokens go on working.</summary>
    public void ExpireSessions()
    {
        lock (_gate)
            _sessions.Clear();
    }

    /// <summary>Withdraws the app's approval: every refresh token stops working. Sessions live on.</summary>
    public void RevokeRefreshTokens()
    {
        lock (_gate)
            _refresh.Clear();
    }

    internal bool UseCode(string? code)
    {
        lock (_gate)
            return code is not null && _codes.Remove(code);
    }

    internal bool IsRefreshToken(string? token)
    {
        lock (_gate)
            return token is not null && _refresh.Contains(token);
    }

    /// <summary>Gives the refresh token that replaces this one; null where tokens do not rotate.</summary>
    internal string? Rotate(string token)
    {
        if (!_org.Options.RotatesRefreshTokens)
            return null;
        Revoke(token);
        return IssueRefreshToken();
    }

    internal void Revoke(string token)
    {
        lock (_gate)
        {
            _refresh.Remove(token);
            _sessions.Remove(token);
        }
    }

    /// <summary>Tells whether a session lives, and lets it live on.</summary>
    internal bool IsSession(string token)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(token, out var used))
                return false;
            var isAlive = used == Instant.MaxValue || used + _org.Options.SessionTimeout > _org.Now;
            if (isAlive)
                _sessions[token] = _org.Now;
            else
                _sessions.Remove(token);
            return isAlive;
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

    private string Word(string prefix) => prefix + Seeded.NewGuid(_org.Options.Seed, ++_issued, 900).ToString("N");
}

using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Issues and judges tokens. May be shared between threads.</summary>
internal sealed class TokenBook(Company company)
{
    /// <summary>How long an access token lives.</summary>
    public static readonly Duration Lifetime = Duration.FromSeconds(3599);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _api = company.Options.ApiTokens.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Instant> _access = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refresh = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private long _issued;

    public string IssueRefreshToken() => Keep(_refresh, "1:1:");

    public string IssueCode() => Keep(_codes, "code-");

    public string IssueAccessToken()
    {
        lock (_gate)
        {
            var token = Word("v1u:");
            _access[token] = company.Now + Lifetime;
            return token;
        }
    }

    public bool UseCode(string? code)
    {
        lock (_gate)
            return code is not null && _codes.Remove(code);
    }

    /// <summary>Uses a refresh token.</summary>
    /// <returns>The one for the next time; null when it is refused.</returns>
    public string? UseRefreshToken(string? token)
    {
        lock (_gate)
        {
            if (token is null || !_refresh.Contains(token))
                return null;
            if (!company.Options.RotatesRefreshTokens)
                return token;
            _refresh.Remove(token);
            var next = Word("1:1:");
            _refresh.Add(next);
            return next;
        }
    }

    /// <summary>Uninstalls the app.</summary>
    public void RevokeAll()
    {
        lock (_gate)
        {
            _refresh.Clear();
            _access.Clear();
        }
    }

    public void RevokeApiToken(string token)
    {
        lock (_gate)
            _api.Remove(token);
    }

    /// <summary>Ends every access token, as time would.</summary>
    public void ExpireAccessTokens()
    {
        lock (_gate)
            _access.Clear();
    }

    public bool IsApiToken(string token)
    {
        lock (_gate)
            return _api.Contains(token);
    }

    public bool IsAccessToken(string token)
    {
        lock (_gate)
            return _access.TryGetValue(token, out var end) && end > company.Now;
    }

    private string Keep(HashSet<string> kept, string prefix)
    {
        lock (_gate)
        {
            var word = Word(prefix);
            kept.Add(word);
            return word;
        }
    }

    private string Word(string prefix) => prefix + Seeded.NewGuid(company.Options.Seed, ++_issued, 900).ToString("N");
}

using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Issues and judges tokens; a refresh token buys once. May be shared between threads.</summary>
internal sealed class TokenBook(Location location)
{
    /// <summary>How long an access token lives.</summary>
    public static readonly Duration Lifetime = Duration.FromSeconds(86_399);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _private = location.Options.PrivateTokens.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, (Instant End, bool IsAgency)> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _refresh = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private long _issued;

    /// <summary>Gets how many refresh tokens were refused, as they were used before or never issued.</summary>
    public int Refused { get; private set; }

    public string IssueRefreshToken(bool isAgency)
    {
        lock (_gate)
        {
            var word = Word("eyR");
            _refresh.Add(word, isAgency);
            return word;
        }
    }

    public string IssueCode()
    {
        lock (_gate)
        {
            var word = Word("code");
            _codes.Add(word);
            return word;
        }
    }

    public string IssueAccessToken(bool isAgency)
    {
        lock (_gate)
        {
            var word = Word("eyA");
            _access[word] = (location.Now + Lifetime, isAgency);
            return word;
        }
    }

    public bool UseCode(string? code)
    {
        lock (_gate)
            return code is not null && _codes.Remove(code);
    }

    /// <summary>Uses a refresh token up.</summary>
    /// <returns>Whether it is an agency's; null when it is refused.</returns>
    public bool? UseRefreshToken(string? token)
    {
        lock (_gate)
        {
            if (token is not null && _refresh.Remove(token, out var isAgency))
                return isAgency;
            Refused++;
            return null;
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

    public void RevokePrivateToken(string token)
    {
        lock (_gate)
            _private.Remove(token);
    }

    /// <summary>Ends every access token, as time would.</summary>
    public void ExpireAccessTokens()
    {
        lock (_gate)
            _access.Clear();
    }

    public TokenKind Judge(string token)
    {
        lock (_gate)
        {
            if (_private.Contains(token))
                return TokenKind.Private;
            return _access.TryGetValue(token, out var access) && access.End > location.Now
                ? access.IsAgency ? TokenKind.Agency : TokenKind.Location
                : TokenKind.Unknown;
        }
    }

    private string Word(string prefix) => prefix + Seeded.NewGuid(location.Options.Seed, ++_issued, 900).ToString("N");
}

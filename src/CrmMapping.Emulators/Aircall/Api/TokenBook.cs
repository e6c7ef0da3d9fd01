using System.Text;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Issues and judges what lets somebody in. Used under the gate.</summary>
internal sealed class TokenBook(AircallEmulatorOptions options)
{
    private readonly HashSet<string> _access = options.AccessTokens.ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private string? _key = Key(options.ApiId, options.ApiToken);
    private long _issued;

    public bool LetsIn(string authorization) => authorization.Split(' ', 2) switch
    {
        [var scheme, var word] when scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) => word.Trim() == _key,
        [var scheme, var word] when scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) => _access.Contains(word.Trim()),
        _ => false,
    };

    public string IssueCode() => Keep(_codes, "code-");

    public string IssueAccessToken() => Keep(_access, "access-");

    public bool UseCode(string? code) => code is not null && _codes.Remove(code);

    /// <summary>Deletes the API key and uninstalls the app.</summary>
    public void RevokeAll()
    {
        _access.Clear();
        _key = null;
    }

    private static string Key(string id, string token) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{token}"));

    private string Keep(HashSet<string> kept, string prefix)
    {
        var word = prefix + Seeded.NewGuid(options.Seed, ++_issued, 650).ToString("N");
        kept.Add(word);
        return word;
    }
}

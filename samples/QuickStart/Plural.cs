namespace QuickStart;

/// <summary>Puts a count before its word.</summary>
internal static class Plural
{
    public static string Of(long count, string word) => count == 1 ? $"1 {word}" : $"{count:N0} {word}s";
}

namespace CrmMapping.Emulators;

/// <summary>Finds words in texts, as the token operators and the free-text query do.</summary>
internal static class SearchTokens
{
    private static readonly char[] Breaks = [' ', '@', '.', ',', ';', '-', '_', '(', ')', '+', '/', ':'];

    /// <summary>Tells whether each word that was asked for is a word of the text; <c>*</c> at either end stands for anything.</summary>
    public static bool Contains(string text, string asked)
    {
        var words = text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
        return asked.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).All(one => Array.Exists(words, word => Matches(word, one)));
    }

    /// <summary>Tells whether each word that was asked for begins a word of one of the texts.</summary>
    public static bool Begins(IEnumerable<string?> texts, string asked)
    {
        var words = texts.OfType<string>().SelectMany(text => text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return asked.Split(Breaks, StringSplitOptions.RemoveEmptyEntries)
            .All(one => Array.Exists(words, word => word.StartsWith(one, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Matches(string word, string asked)
    {
        var bare = asked.Trim('*');
        return (asked.StartsWith('*'), asked.EndsWith('*')) switch
        {
            (true, true) => word.Contains(bare, StringComparison.OrdinalIgnoreCase),
            (true, false) => word.EndsWith(bare, StringComparison.OrdinalIgnoreCase),
            (false, true) => word.StartsWith(bare, StringComparison.OrdinalIgnoreCase),
            _ => string.Equals(word, bare, StringComparison.OrdinalIgnoreCase),
        };
    }
}

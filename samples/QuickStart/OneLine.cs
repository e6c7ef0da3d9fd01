namespace QuickStart;

/// <summary>Brings a text of several lines into one.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        string.Join(' ', text.Split((char[])['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Leaves out the connection's name, which is no news where there is one connection.</summary>
    public static string WithoutConnection(string message)
    {
        const string prefix = $"{EmulatedRun.Connection}: ";
        return message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message;
    }
}

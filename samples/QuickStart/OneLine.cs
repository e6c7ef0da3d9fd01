namespace QuickStart;

/// <summary>Brings a text of several lines into one.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        string.Join(' ', text.Split((char[])['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Leaves out the connection's name: it is the CRM's, which the message names as well.</summary>
    public static string WithoutConnection(string message)
    {
        var prefix = SampleCrm.All.Select(crm => $"{crm.Name}: ").FirstOrDefault(name => message.StartsWith(name, StringComparison.Ordinal)) ?? "";
        return message[prefix.Length..];
    }
}

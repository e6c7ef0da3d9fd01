namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Parts a name as the service does, and puts it together.</summary>
internal static class PersonName
{
    public static (string? First, string? Last) Part(string name, bool atFirstSpace)
    {
        var text = name.Trim();
        var space = atFirstSpace ? text.IndexOf(' ', StringComparison.Ordinal) : text.LastIndexOf(' ');
        return space < 0 ? (text.Length > 0 ? text : null, null) : (text[..space].TrimEnd(), text[(space + 1)..].TrimStart());
    }

    public static string Join(string? first, string? last) => $"{first} {last}".Trim();
}

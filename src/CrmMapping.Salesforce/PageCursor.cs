namespace CrmMapping.Salesforce;

/// <summary>Says where a read of all records goes on: at Salesforce's own place, and after which id should that be lost. Immutable.</summary>
internal sealed record PageCursor(string AfterId, string? Next)
{
    private const string Version = "1";

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static PageCursor Parse(string text) => text.Split('|', 3) is [Version, var after, var next] && RecordId.IsId(after)
        ? new PageCursor(after, next.Length == 0 ? null : next)
        : throw new FormatException("The cursor is none that this adapter wrote.");

    public override string ToString() => $"{Version}|{AfterId}|{Next}";
}

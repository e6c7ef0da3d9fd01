namespace CrmMapping.EndToEnd.Tests;

/// <summary>A lead or contact of an account within the process.</summary>
internal sealed class TwoKindRecord(string id, RecordType kind)
{
    public string Id => id;

    public RecordType Kind => kind;

    public Dictionary<string, string?> Values { get; } = new(StringComparer.Ordinal);

    public string? ConvertedInto { get; set; }

    public string? MergedInto { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>Gets or sets the number of the last change in the account.</summary>
    public long Change { get; set; }

    public string? this[string field] => Values.GetValueOrDefault(field);
}

namespace CrmMapping.Salesforce;

/// <summary>Knows which Salesforce object stands behind a kind of record, and which fields of it are always of use.</summary>
internal static class ObjectNames
{
    public const string Id = "Id";
    public const string Modified = "SystemModstamp";
    public const string Created = "CreatedDate";
    public const string Deleted = "IsDeleted";
    public const string Master = "MasterRecordId";
    public const string Converted = "IsConverted";
    public const string ConvertedContact = "ConvertedContactId";

    private static readonly string[] OfContact = [Id, Modified, Created, Deleted, Master];
    private static readonly string[] OfLead = [.. OfContact, Converted, ConvertedContact];

    public static string Of(RecordType recordType) => recordType == RecordType.Lead ? "Lead" : "Contact";

    public static IReadOnlyList<string> System(RecordType recordType) => recordType == RecordType.Lead ? OfLead : OfContact;

    /// <summary>Gives the condition under which a record still stands for a person; null where it always does.</summary>
    public static string? Alive(RecordType recordType) => recordType == RecordType.Lead ? $"{Converted} = false" : null;
}

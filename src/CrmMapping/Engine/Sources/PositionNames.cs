namespace CrmMapping;

/// <summary>Names the positions that a connection keeps.</summary>
internal static class PositionNames
{
    public const string LocalFeed = "local-feed";

    public const string ChangeHold = "change-hold";

    public const string PlanStamp = "plan-stamp";

    /// <summary>Names up to where the changes of a kind of record were read.</summary>
    public static string CrmChanges(RecordType recordType) => Of("crm-changes", recordType);

    /// <summary>Names what is remembered of the fields of a kind of record.</summary>
    public static string Schema(RecordType recordType) => Of("schema", recordType);

    private static string Of(string name, RecordType recordType) => recordType == RecordType.Contact ? name : $"{name}/{recordType}";
}

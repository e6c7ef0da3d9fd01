namespace CrmMapping;

/// <summary>Names the parts of a file of mappings.</summary>
internal static class MappingFile
{
    public const string Schema = "$schema";
    public const string FormatVersion = "formatVersion";
    public const string Map = "map";
    public const string RecordType = "recordType";
    public const string Mappings = "mappings";
    public const string Local = "local";
    public const string Direction = "direction";
    public const string Crm = "crm";

    public static IReadOnlyList<string> OfFile { get; } = [Schema, FormatVersion, Map, RecordType, Mappings];

    public static IReadOnlyList<string> OfMapping { get; } = [Local, Direction, Crm];

    public static IReadOnlyList<string> Directions { get; } =
        [.. SyncDirections.All.Select(static direction => direction.ToString())];
}

namespace CrmMapping.Sqlite;

/// <summary>Holds an edit of a mapping as it is stored.</summary>
internal sealed record MappingEditRow(string Local, MappingEditKind Kind, string? Crm, SyncDirection? Direction)
{
    public static MappingEditRow Of(MappingEdit edit) => new(edit.Local, edit.Kind, edit.Crm, edit.Direction);

    public MappingEdit ToEdit() => new() { Local = Local, Kind = Kind, Crm = Crm, Direction = Direction };
}

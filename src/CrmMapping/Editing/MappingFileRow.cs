namespace CrmMapping;

/// <summary>Holds one mapping of a file.</summary>
internal sealed record MappingFileRow(string Path, string Local, SyncDirection Direction, string Crm);

namespace CrmMapping.Sqlite;

/// <summary>Holds a contact as it stands before it is overwritten.</summary>
internal sealed record ContactRow(long Id, long Sequence, string Stamps, byte[] Body);

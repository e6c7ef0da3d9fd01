namespace CrmMapping.Sqlite;

/// <summary>Says whether a contact is there.</summary>
internal enum ContactState
{
    Live,
    Archived,
    Deleted,
}

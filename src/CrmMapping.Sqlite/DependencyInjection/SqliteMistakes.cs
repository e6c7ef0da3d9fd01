namespace CrmMapping.Sqlite;

/// <summary>Holds the words for what may be wrong in this package's configuration.</summary>
internal static class SqliteMistakes
{
    public static MappingMistake ConnectionString(string verb, string fault) => new("CRM3001", null, verb, fault);

    public static MappingMistake NoKeys(string contact) => new(
        "CRM3002", null, $"UseSqliteContacts<{contact}>",
        "no key was named, so no contact would be found by its phone number or e-mail, and each would be created a second time. "
        + "Name the properties, as in keys => keys.Phone(c => c.Phone).Email(c => c.Email).");
}

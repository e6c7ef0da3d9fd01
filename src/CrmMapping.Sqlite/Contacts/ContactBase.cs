using System.Text.Json.Serialization.Metadata;

namespace CrmMapping.Sqlite;

/// <summary>Holds what an application and CrmMapping share to work with one file of contacts.</summary>
internal sealed class ContactBase<TContact> : IDisposable
    where TContact : class, new()
{
    public ContactBase(string connectionString, JsonTypeInfo<TContact> type, SqliteContactKeys<TContact> keys)
    {
        Database = new SqliteDatabase(connectionString, ContactSchema.Current);
        var json = new ContactJson<TContact>(type);
        Table = new ContactTable<TContact>(json, Database.File);
        Writer = new ContactWriter<TContact>(json, keys);
    }

    public SqliteDatabase Database { get; }

    public ContactTable<TContact> Table { get; }

    public ContactWriter<TContact> Writer { get; }

    public void Dispose() => Database.Dispose();
}

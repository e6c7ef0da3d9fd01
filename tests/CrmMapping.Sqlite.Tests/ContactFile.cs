namespace CrmMapping.Sqlite.Tests;

/// <summary>A file of contacts in a folder of its own, as an application and as CrmMapping see it.</summary>
public sealed class ContactFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    public ContactFile()
    {
        _database = new SqliteDatabase(_folder.ConnectionString, ContactSchema.Current);
        var json = new ContactJson<Contact>(ContactJsonContext.Default.Contact);
        var keys = new SqliteContactKeys<Contact>().Phone(c => c.Phone).Phone(c => c.MobilePhone).Email(c => c.Email);
        var table = new ContactTable<Contact>(json, _database.File);
        var writer = new ContactWriter<Contact>(json, keys);
        Contacts = new SqliteContacts<Contact>(_database, table, writer, Time);
        var repository = new SqliteContactRepository<Contact>(_database, table, writer, Time);
        Repository = repository;
        Feed = repository;
        Archive = repository;
    }

    public ManualTime Time { get; } = new();

    public SqliteContacts<Contact> Contacts { get; }

    public IContactRepository<Contact> Repository { get; }

    public IContactChangeFeed Feed { get; }

    public IArchivesContacts Archive { get; }

    public string ConnectionString => _folder.ConnectionString;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}

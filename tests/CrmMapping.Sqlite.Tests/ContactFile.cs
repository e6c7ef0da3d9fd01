namespace CrmMapping.Sqlite.Tests;

/// <summary>A file of contacts in a folder of its own, as an application and as CrmMapping see it.</summary>
public sealed class ContactFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ContactBase<Contact> _base;

    public ContactFile()
    {
        var keys = new SqliteContactKeys<Contact>().Phone(c => c.Phone).Phone(c => c.MobilePhone).Email(c => c.Email);
        _base = new ContactBase<Contact>(_folder.ConnectionString, ContactJsonContext.Default.Contact, keys);
        Contacts = new SqliteContacts<Contact>(_base, Time);
        var repository = new SqliteContactRepository<Contact>(_base, Time);
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
        _base.Dispose();
        _folder.Dispose();
    }
}

namespace CrmMapping.Sqlite.Tests;

public sealed class A_file_of_another_version : IDisposable
{
    private static readonly SqliteSchema First = new("notes", ["create table notes (text text) strict; insert into notes values ('a')"]);

    private static readonly SqliteSchema Second = new("notes", [.. First.Steps, "alter table notes add column stars integer default 3"]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task That_is_older_is_brought_up_to_date_and_keeps_what_it_holds()
    {
        await ReadAsync(First, "select text from notes");

        (await ReadAsync(Second, "select text || stars from notes")).Should().Equal("a3");
        (await ReadAsync(Second, "select text || stars from notes")).Should().Equal("a3");
    }

    [Fact]
    public async Task That_is_newer_is_refused()
    {
        await ReadAsync(Second, "select text from notes");

        var opening = () => ReadAsync(First, "select text from notes");

        (await opening.Should().ThrowAsync<SyncStoreException>()).WithMessage(
            "'*sync.db' was written by a newer version of CrmMapping.Sqlite (notes 2; this one knows 1). Update the package here*");
    }

    [Fact]
    public async Task Whose_step_fails_stays_as_it_was()
    {
        await ReadAsync(First, "select text from notes");
        var broken = First with { Steps = [.. First.Steps, "create table more (id integer); create table notes (id integer)"] };

        var opening = () => ReadAsync(broken, "select text from notes");

        await opening.Should().ThrowAsync<SyncStoreException>();
        (await ReadAsync(First, "select name from sqlite_schema where name = 'more'")).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_brought_up_to_date_once_when_many_open_it_at_once()
    {
        var readings = Enumerable.Range(0, 6).Select(_ => Task.Run(() => ReadAsync(Second, "select text from notes")));

        (await Task.WhenAll(readings)).Should().AllSatisfy(notes => notes.Should().Equal("a"));
    }

    [Fact]
    public async Task Holds_state_and_contacts_beside_each_other()
    {
        using var contacts = new ContactFile();
        await contacts.Contacts.AddAsync(new Contact());
        using var database = new SqliteDatabase(contacts.ConnectionString, SyncSchema.Current);

        (await new SqliteSyncStore(database).CountLinksAsync("Acme", default)).Should().Be(0);
        (await contacts.Contacts.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Keeps_pages_and_flushes_as_measured()
    {
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);

        (await database.ReadAsync(session => session.FindNumber("pragma page_size"), default)).Should().Be(8192);
        (await database.WriteAsync(session => session.FindNumber("pragma synchronous"), default)).Should().Be(2);
        (await database.ReadAsync(session => session.Find("pragma journal_mode", row => row.GetString(0)), default)).Should().Be("wal");
    }

    private async Task<List<string>> ReadAsync(SqliteSchema schema, string sql)
    {
        using var database = new SqliteDatabase(_folder.ConnectionString, schema);
        return await database.ReadAsync(session => session.Read(sql, row => row.GetString(0)), default);
    }
}

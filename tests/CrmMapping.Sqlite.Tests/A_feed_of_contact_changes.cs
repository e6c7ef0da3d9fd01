using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public sealed class A_feed_of_contact_changes : IDisposable
{
    private const string Tenant = Connection.DefaultTenant;

    private readonly ContactFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Begins_where_it_is_now()
    {
        await _file.Contacts.AddAsync(new Contact());

        var start = await _file.Feed.ReadChangesAsync(Tenant, null, 10, default);

        start.Changes.Should().BeEmpty();
        (await _file.Feed.ReadChangesAsync(Tenant, start.Next, 10, default)).Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task Tells_the_latest_of_each_contact_and_all_its_fields_since()
    {
        var ada = await _file.Contacts.AddAsync(new Contact { FirstName = "Ada" });
        var bob = await _file.Contacts.AddAsync(new Contact { FirstName = "Bob" });
        var start = (await _file.Feed.ReadChangesAsync(Tenant, null, 10, default)).Next;
        _file.Time.Advance(Duration.FromMinutes(1));
        await _file.Contacts.UpdateAsync(ada, contact => contact.FirstName = "Augusta");
        await _file.Contacts.DeleteAsync(bob);
        await _file.Contacts.UpdateAsync(ada, contact => contact.Phone = "+14155550123");
        var version = (await _file.Contacts.FindAsync(ada))!.Version;

        var changes = await _file.Feed.ReadChangesAsync(Tenant, start, 10, default);

        changes.Changes.Select(change => (change.Id, change.IsDeleted)).Should().Equal((bob, true), (ada, false));
        changes.Changes[1].Should().Be(new LocalChange(ada, version, At.Minute(1)) { Fields = ["FirstName", "Phone"] });
        changes.HasMore.Should().BeFalse();
    }

    [Fact]
    public async Task Goes_on_where_the_last_piece_ended()
    {
        await _file.Contacts.AddRangeAsync(Enumerable.Range(0, 5).Select(_ => new Contact()));
        await _file.Contacts.AddAsync(new Contact(), "another tenant");

        List<string> ids = [];
        var piece = new LocalChanges([], "0", HasMore: true);
        while (piece.HasMore)
        {
            piece = await _file.Feed.ReadChangesAsync(Tenant, piece.Next, 2, default);
            ids.AddRange(piece.Changes.Select(change => change.Id));
        }

        ids.Should().Equal("1", "2", "3", "4", "5");
    }

    [Fact]
    public async Task Tells_of_the_archived_as_gone_and_of_the_restored_as_there()
    {
        var id = await _file.Contacts.AddAsync(new Contact());
        await _file.Archive.ArchiveAsync(Tenant, [id], default);
        (await _file.Feed.ReadChangesAsync(Tenant, "0", 10, default)).Changes.Should().ContainSingle(change => change.IsDeleted);

        await _file.Contacts.RestoreAsync(id);

        (await _file.Feed.ReadChangesAsync(Tenant, "0", 10, default)).Changes.Should().ContainSingle(change => !change.IsDeleted);
    }

    [Fact]
    public async Task Refuses_a_position_that_it_did_not_give()
    {
        var reading = () => _file.Feed.ReadChangesAsync(Tenant, "yesterday", 10, default);

        (await reading.Should().ThrowAsync<ArgumentException>()).WithMessage("'yesterday' was not given out here. Start again with null.*");
    }
}

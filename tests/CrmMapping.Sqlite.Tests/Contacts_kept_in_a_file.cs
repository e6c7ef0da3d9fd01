using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public sealed class Contacts_kept_in_a_file : IDisposable
{
    private const string Tenant = Connection.DefaultTenant;

    private readonly ContactFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Come_back_as_they_were_added()
    {
        var ada = new Contact { FirstName = "Ada", CalledAt = At.Noon, Birthday = new LocalDate(1815, 12, 10) };

        var id = await _file.Contacts.AddAsync(ada);

        var found = await _file.Contacts.FindAsync(id);
        found!.Contact.Should().Be(ada);
        found.ModifiedAt.Should().Be(At.Noon);
        (await _file.Contacts.FindAsync(id, "another tenant")).Should().BeNull();
        (await _file.Contacts.FindAsync("no number")).Should().BeNull();
    }

    [Fact]
    public async Task Are_listed_counted_and_paged_without_the_archived_and_deleted()
    {
        await _file.Contacts.AddRangeAsync(Enumerable.Range(1, 1203).Select(number => new Contact { FirstName = $"{number}" }));
        await _file.Contacts.DeleteAsync("7");
        await _file.Archive.ArchiveAsync(Tenant, ["8", "9999"], default);

        List<string> listed = [];
        await foreach (var contact in _file.Contacts.ListAsync())
        {
            listed.Add(contact.Id);
        }

        listed.Should().HaveCount(1201).And.OnlyHaveUniqueItems().And.NotContain(["7", "8"]);
        (await _file.Contacts.CountAsync()).Should().Be(1201);
        (await PagesAsync(100)).Should().Equal(listed);
        (await _file.Repository.ReadAsync(Tenant, ["6", "7", "8"], default)).Should().ContainSingle();
    }

    [Fact, Trait("Rule", "X11")]
    public async Task Are_saved_only_if_nobody_changed_them_since()
    {
        var id = await _file.Contacts.AddAsync(new Contact { FirstName = "Ada" });
        var gone = await _file.Contacts.AddAsync(new Contact());
        var read = await _file.Repository.ReadAsync(Tenant, [id], default);
        await _file.Contacts.UpdateAsync(id, contact => contact.Phone = "+14155550123");
        await _file.Contacts.DeleteAsync(gone);

        var results = await _file.Repository.SaveAsync(
            Tenant,
            [Save(id, new Contact { FirstName = "Augusta" }, read[0].Version), Save(gone, new Contact(), "2")],
            default);

        results.Select(result => result.Outcome).Should().Equal(LocalSaveOutcome.Changed, LocalSaveOutcome.Gone);
        var now = await _file.Contacts.FindAsync(id);
        now!.Contact.Should().Be(new Contact { FirstName = "Ada", Phone = "+14155550123" });
        results[0].Version.Should().Be(now.Version);
    }

    [Fact]
    public async Task Know_when_each_field_changed()
    {
        var id = await _file.Contacts.AddAsync(new Contact { FirstName = "Ada", Email = "ada@acme.test" });
        _file.Time.Advance(Duration.FromMinutes(5));

        await _file.Contacts.UpdateAsync(id, contact =>
        {
            contact.FirstName = "Augusta";
            contact.Email = null;
        });

        var times = (await _file.Contacts.FindAsync(id))!.FieldTimes;
        times["FirstName"].Should().Be(At.Minute(5));
        times["Email"].Should().Be(At.Minute(5));
        times["Phone"].Should().Be(At.Noon);
        times.Should().HaveCount(6).And.NotContainKey("firstName");
    }

    [Fact, Trait("Rule", "X4")]
    public async Task Keep_their_version_when_nothing_differs()
    {
        var id = await _file.Contacts.AddAsync(new Contact { FirstName = "Ada" });
        var before = await _file.Contacts.FindAsync(id);

        var results = await _file.Repository.SaveAsync(Tenant, [Save(id, new Contact { FirstName = "Ada" }, before!.Version)], default);

        results.Should().Equal(new LocalSaveResult { Outcome = LocalSaveOutcome.Saved, Id = id, Version = before.Version });
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Are_created_once_for_a_crm_record_however_often_it_is_asked()
    {
        var first = await CreateAsync("901", "Ada");
        var doubled = await _file.Repository.CreateAsync(Tenant, [Create("901", "Ada"), Create("902", "Bob"), Create("902", "Bob")], default);

        doubled[0].Should().Be(first);
        doubled[1].Should().Be(doubled[2]);
        (await _file.Contacts.CountAsync()).Should().Be(2);
        var lead = await _file.Repository.CreateAsync(Tenant, [Create("901", "Ada") with { RecordType = RecordType.Lead }], default);
        lead[0].Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task Come_back_from_the_archive_when_their_crm_record_does()
    {
        var first = await CreateAsync("901", "Ada");
        await _file.Archive.ArchiveAsync(Tenant, [first.Id], default);

        var again = await CreateAsync("901", "Augusta");

        again.Id.Should().Be(first.Id);
        (await _file.Contacts.FindAsync(first.Id))!.Contact.FirstName.Should().Be("Augusta");
    }

    [Fact]
    public async Task Are_created_anew_after_they_were_deleted()
    {
        var first = await CreateAsync("901", "Ada");
        await _file.Contacts.DeleteAsync(first.Id);

        var again = await CreateAsync("901", "Ada");

        again.Id.Should().NotBe(first.Id);
    }

    [Fact]
    public async Task Are_restored_from_the_archive_once()
    {
        var id = await _file.Contacts.AddAsync(new Contact { FirstName = "Ada" });
        await _file.Archive.ArchiveAsync(Tenant, [id], default);
        (await _file.Contacts.UpdateAsync(id, contact => contact.FirstName = "x")).Should().BeFalse();

        (await _file.Contacts.RestoreAsync(id)).Should().BeTrue();
        (await _file.Contacts.RestoreAsync(id)).Should().BeFalse();

        (await _file.Contacts.FindAsync(id))!.Contact.FirstName.Should().Be("Ada");
    }

    [Fact]
    public async Task Fail_an_update_whose_change_throws_and_stay_as_they_were()
    {
        var id = await _file.Contacts.AddAsync(new Contact { FirstName = "Ada" });

        var updating = () => _file.Contacts.UpdateAsync(id, _ => throw new InvalidOperationException("no"));

        await updating.Should().ThrowAsync<InvalidOperationException>();
        (await _file.Contacts.UpdateAsync(id, contact => contact.FirstName = "Augusta")).Should().BeTrue();
    }

    private static LocalSave<Contact> Save(string id, Contact contact, string version) => new(id, contact, version, ["FirstName"]);

    private static LocalCreate<Contact> Create(string crmId, string firstName) =>
        new(new Contact { FirstName = firstName }, "Acme HubSpot", RecordType.Contact, crmId);

    private async Task<LocalSaveResult> CreateAsync(string crmId, string firstName) =>
        (await _file.Repository.CreateAsync(Tenant, [Create(crmId, firstName)], default))[0];

    private async Task<List<string>> PagesAsync(int size)
    {
        List<string> ids = [];
        string? cursor = null;
        do
        {
            var page = await _file.Repository.ReadPageAsync(Tenant, cursor, size, default);
            ids.AddRange(page.Contacts.Select(contact => contact.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        return ids;
    }
}

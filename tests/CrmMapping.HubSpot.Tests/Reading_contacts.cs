using CrmMapping.Emulators;

namespace CrmMapping.HubSpot.Tests;

public sealed class Reading_contacts
{
    [Fact]
    public async Task Goes_through_all_pages_once()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(
            Enumerable.Range(0, 250).Select(number => HubSpotAccount.Values(("email", $"c{number}@example.com"))));

        var read = new List<string>();
        string? cursor = null;
        do
        {
            using var page = await account.Session.ReadPageAsync(HubSpotAccount.Fields, cursor, default);
            read.AddRange(page.Select(record => record.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        read.Should().BeEquivalentTo(ids);
        account.Emulator.RequestCount.Should().Be(3);
    }

    [Fact]
    public async Task Tells_the_merged_the_archived_and_the_gone_apart()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        var kept = account.Create("kept@example.com");
        var primary = account.Create("primary@example.com");
        var other = account.Create("other@example.com");
        var archived = account.Create("archived@example.com");
        var erased = account.Create("erased@example.com");
        var survivor = account.Emulator.Contacts.Merge(primary, other).Id;
        account.Emulator.Contacts.Archive(archived);
        account.Emulator.Contacts.GdprDelete(erased);

        using var page = await account.Session.ReadAsync(
            HubSpotAccount.Fields, [kept, primary, other, archived, erased, "999999"], default);

        page.Select(record => (record.RequestedId, record.Id, record.IsArchived)).Should().BeEquivalentTo(
        [
            (kept, kept, false), (primary, survivor, false), (other, survivor, false),
            (archived, archived, true), (erased, erased, true), ("999999", "999999", true),
        ]);
    }

    [Fact, Trait("Rule", "E9")]
    public async Task Takes_a_property_that_was_removed_for_unknown_and_not_for_blank()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        var id = account.Create("ada@example.com", "Ada");
        await account.Session.DescribeAsync(RecordType.Contact, default);
        account.Emulator.Properties.Remove("firstname");

        using var page = await account.Session.ReadAsync(HubSpotAccount.Fields, [id], default);

        var ordinal = HubSpotAccount.Fields.Fields.ToList().FindIndex(field => field.Key == "firstname");
        page.Single().Values.IsUnknown(ordinal).Should().BeTrue();
    }

    [Theory]
    [InlineData(HubSpotApiVersion.V3)]
    [InlineData(HubSpotApiVersion.Dated202609)]
    public async Task Speaks_either_version(HubSpotApiVersion version)
    {
        await using var account = await HubSpotAccount.OpenAsync(configure: options => options.ApiVersion = version);
        var id = account.Create("ada@example.com", "Ada");

        using var page = await account.Session.ReadAsync(HubSpotAccount.Fields, [id], default);
        var owners = await account.Session.ReadOwnersAsync(default);
        var fields = await account.Session.DescribeAsync(RecordType.Contact, default);

        page.Should().ContainSingle().Which.Values.Value(1).Should().Be(FieldValue.Of("Ada"));
        owners.Should().HaveCount(account.Emulator.Owners.All.Count);
        fields.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Takes_a_property_that_is_left_out_for_blank_once_it_is_known_to_exist()
    {
        await using var account = await HubSpotAccount.OpenAsync(options => options with { OmitsEmptyProperties = true });
        var id = account.Create("ada@example.com");

        using var before = await account.Session.ReadAsync(HubSpotAccount.Fields, [id], default);
        await account.Session.DescribeAsync(RecordType.Contact, default);
        using var after = await account.Session.ReadAsync(HubSpotAccount.Fields, [id], default);

        before[0].Values.IsUnknown(1).Should().BeTrue();
        after[0].Values.IsBlank(1).Should().BeTrue();
    }

    [Fact]
    public async Task Copes_with_more_properties_than_an_address_or_a_search_takes()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        var names = Enumerable.Range(0, 150).Select(number => $"a_rather_long_name_of_a_custom_property_{number}").ToList();
        names.ForEach(name => account.Emulator.Properties.Add(new HubSpotProperty { Name = name, Label = name, Type = "string", FieldType = "text" }));
        var fields = new CrmFieldSet(RecordType.Contact, names.Select(name => new FieldDescriptor { Key = name, Type = FieldType.Text }));
        var id = account.Emulator.Contacts.Create(HubSpotAccount.Values(("email", "ada@example.com"), (names[149], "last"))).Id;

        using var listed = await account.Session.ReadPageAsync(fields, null, default);
        account.Time.Advance(TimeSpan.FromSeconds(10));
        using var found = await account.Session.FindAsync(fields, [new MatchKey(MatchKeyKind.Email, "ada@example.com")], default);

        listed.Should().ContainSingle(record => record.Id == id).Which.Values.Value(149).Should().Be(FieldValue.Of("last"));
        found.Should().ContainSingle().Which.Values.Value(149).Should().Be(FieldValue.Of("last"));
    }

    [Fact]
    public async Task Tells_when_each_property_last_changed()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        var id = account.Create("ada@example.com", "A");
        account.Time.Advance(TimeSpan.FromMinutes(1));
        account.Emulator.Contacts.Update(id, "firstname", "Ada");
        var changed = account.Time.GetCurrentInstant();
        account.Time.Advance(TimeSpan.FromMinutes(1));

        var times = await account.Session.ReadFieldTimesAsync(HubSpotAccount.Fields, [id], default);

        times.Should().Contain(new CrmFieldTime(id, 1, changed));
    }

    [Fact]
    public async Task Lists_deactivated_owners_as_such()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        var gone = account.Emulator.Owners.Add("gone@example.com", "Lee", "Ng");
        account.Emulator.Owners.Deactivate(gone.Id);

        var owners = await account.Session.ReadOwnersAsync(default);

        owners.Should().Contain(new CrmOwner(gone.Id, "gone@example.com", "Lee Ng", IsActive: false));
    }
}

using CrmMapping.Emulators;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class Reading_records
{
    [Fact, Trait("Rule", "M5")]
    public async Task Gives_the_last_survivor_of_several_merges_under_the_id_that_was_asked_for()
    {
        await using var account = await OpenAsync();
        var (ada, bob, eve) = (account.Create("Ada"), account.Create("Bob"), account.Create("Eve"));
        account.Emulator.Contacts.Merge(bob, ada);
        account.Emulator.Contacts.Merge(eve, bob);

        using var page = await account.Session.ReadAsync(Fields, [ada, bob], default);

        Shown(page, Fields).Should().BeEquivalentTo($"{eve} for {ada}: Eve, false", $"{eve} for {bob}: Eve, false");
    }

    [Fact]
    public async Task Says_that_a_merged_record_is_gone_where_its_survivor_is()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create("Ada"), account.Create("Bob"));
        account.Emulator.Contacts.Merge(bob, ada);
        account.Emulator.Contacts.Delete(bob);

        using var page = await account.Session.ReadAsync(Fields, [ada], default);

        page.Should().ContainSingle().Which.IsArchived.Should().BeTrue();
    }

    [Fact, Trait("Rule", "M5")]
    public async Task Tells_which_contact_a_lead_was_converted_into()
    {
        await using var account = await OpenAsync();
        var lead = account.CreateLead("Lovelace", "ada@example.com");
        var contact = account.Emulator.Leads.Convert(lead).Id;

        using var page = await account.Session.ReadAsync(LeadFields, [lead], default);
        using var all = await account.Session.ReadPageAsync(LeadFields, null, default);

        page.Should().ContainSingle().Which.ConvertedInto.Should().Be(contact);
        all.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Goes_on_after_the_last_id_where_Salesforce_lost_the_place()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 4500).Select(number => Values(("LastName", $"L{number}"))));
        var read = new List<string>();
        string? cursor = null;
        do
        {
            using var page = await account.Session.ReadPageAsync(Fields, cursor, default);
            read.AddRange(page.Select(record => record.Id));
            cursor = page.Next;
            account.Emulator.LoseCursors();
        }
        while (cursor is not null);

        read.Should().BeEquivalentTo(ids);
    }

    [Fact]
    public async Task Reads_more_fields_than_an_address_holds()
    {
        SalesforceField[] many = [.. Enumerable.Range(0, 300).Select(number => new SalesforceField($"Field_with_a_long_name_number_{number:000}__c", "F", "string", 20))];
        await using var account = await OpenAsync(settings => settings with { ContactFields = many });
        var fields = new CrmFieldSet(RecordType.Contact, many.Select(field => new FieldDescriptor { Key = field.Name, Type = FieldType.Text }));
        var ada = account.Emulator.Contacts.Create(Values(("LastName", "Ada"), (many[299].Name, "last"))).Id;

        using var page = await account.Session.ReadPageAsync(fields, null, default);
        using var single = await account.Session.ReadAsync(fields, [ada], default);

        Shown(page, fields).Should().Equal($"{ada}: last");
        Shown(single, fields).Should().Equal($"{ada}: last");
    }

    [Fact, Trait("Rule", "E9")]
    public async Task Leaves_a_field_unknown_that_was_hidden_meanwhile()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada", phone: "1");
        using (await account.Session.ReadAsync(Fields, [ada], default))
        {
            account.Emulator.Fields.Change("Contact", "Phone", field => field with { IsHidden = true });
        }

        using var page = await account.Session.ReadAsync(Fields, [ada], default);

        (page[0].Values.IsUnknown(3), page[0].Values.Value(0).Text).Should().Be((true, "Ada"));
    }

    [Fact, Trait("Rule", "F4")]
    public async Task Describes_lead_statuses_in_the_order_of_the_CRM()
    {
        await using var account = await OpenAsync();
        account.Emulator.Fields.SetLeadStatuses(new SalesforceLeadStatus("Zeta", "Zeta"), new SalesforceLeadStatus("Alpha", "Alpha"));

        var fields = await account.Session.DescribeAsync(RecordType.Lead, default);

        fields.Single(field => field.Key == "Status").Options.Where(option => !option.Hidden).Select(option => option.Value).Should().Equal("Zeta", "Alpha");
    }

    [Fact]
    public async Task Names_queues_among_the_owners_without_an_address()
    {
        await using var account = await OpenAsync();
        var queue = account.Emulator.Users.AddQueue("Inbound").Id;

        var owners = await account.Session.ReadOwnersAsync(default);

        owners.Should().Contain(new CrmOwner(queue, null, "Inbound", IsActive: true));
    }

    [Theory]
    [InlineData("+14155550142")]
    [InlineData("(415) 555-0142")]
    [InlineData("1 415.555.0142")]
    [InlineData("415-555-0142 x7")]
    [InlineData("tel 4155550142")]
    public async Task Finds_a_phone_number_however_it_was_typed(string typed)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada", phone: typed);
        account.Create("Bob", phone: "(415) 555-0143");

        using var page = await account.Session.FindAsync(Fields, [new MatchKey(MatchKeyKind.Phone, "+14155550142")], default);

        page.Select(record => record.Id).Should().Equal(ada);
    }

    [Fact]
    public async Task Finds_no_lead_that_was_converted()
    {
        await using var account = await OpenAsync();
        var (open, converted) = (account.CreateLead("Ada", "ada@example.com"), account.CreateLead("Ada", "ada@example.com"));
        account.Emulator.Leads.Convert(converted);

        using var page = await account.Session.FindAsync(LeadFields, [new MatchKey(MatchKeyKind.Email, "ada@example.com")], default);

        page.Select(record => record.Id).Should().Equal(open);
    }

    [Fact]
    public async Task Reads_the_leads_of_a_campaign_after_its_contacts()
    {
        await using var account = await OpenAsync();
        var (contact, lead) = (account.Create("Ada"), account.CreateLead("Bob"));
        var list = $"Campaign:{account.Emulator.Views.AddCampaign("Spring", contact, lead)}";
        var lists = (IReadsLists)account.Session;

        var first = await lists.ReadMembersAsync(list, null, default);
        var second = await lists.ReadMembersAsync(list, first.Next, default);

        (first.RecordType, first.Ids.Single()).Should().Be((RecordType.Contact, contact));
        (second.RecordType, second.Ids.Single(), second.Next).Should().Be((RecordType.Lead, lead, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reads_list_views_and_reports_by_what_they_hold(bool isReport)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada");
        account.Create("Bob");
        const string Query = "SELECT LastName, Id FROM Contact WHERE LastName = 'Ada'";
        var list = isReport ? $"Report:{account.Emulator.Views.AddReport("Adas", Query)}" : $"View:Contact:{account.Emulator.Views.AddListView("Adas", Query)}";
        var lists = (IReadsLists)account.Session;

        (await lists.ReadListsAsync(default)).Should().Contain(new CrmList(list, "Adas", null));
        (await lists.ReadMembersAsync(list, null, default)).Ids.Should().Equal(ada);
    }

    [Fact]
    public async Task Knows_no_list_that_is_none()
    {
        await using var account = await OpenAsync();

        var read = () => ((IReadsLists)account.Session).ReadMembersAsync("Customers", null, default);

        (await read.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Refused);
    }
}

namespace CrmMapping.EndToEnd.Tests;

[Trait("Rule", "M5")]
public sealed class A_lead_that_is_converted
{
    private const string Phone = "+14155550101";

    [Theory]
    [InlineData(RecordType.Lead)]
    [InlineData(RecordType.Contact)]
    public async Task Is_followed_to_its_contact_and_nothing_is_made_or_written_anew(RecordType priority)
    {
        await using var host = await StartAsync(priority);

        var contact = host.Crm.Convert("00Q01");
        host.Crm.Requests.Clear();
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.CustomerAsync("1")).Should().BeEquivalentTo(Ada());
        host.Crm.Requests.Should().NotContain("write Contact").And.NotContain("write Lead");
        (await host.IssuesAsync()).Should().BeEmpty();
        (await host.Sync.ReadJournalAsync("1")).Should().ContainSingle(entry => entry.Reason == PlanReason.Converted && entry.CrmId == contact);
    }

    [Fact, Trait("Rule", "X7")]
    public async Task Takes_an_edit_that_was_pending_here_along_once()
    {
        await using var host = await StartAsync();

        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Augusta");
        var contact = host.Crm.Convert("00Q01");
        host.Crm.Requests.Clear();
        await host.SyncToRestAsync();

        host.Crm.Get(contact)["FirstName"].Should().Be("Augusta");
        host.Crm.Get("00Q01")["FirstName"].Should().Be("Ada");
        (await host.CustomerAsync("1")).FirstName.Should().Be("Augusta");
        host.Crm.Requests.Where(static request => request.StartsWith("write", StringComparison.Ordinal)).Should().Equal("write Contact");
    }

    [Fact]
    public async Task Brings_what_was_edited_there_before_and_what_only_contacts_have()
    {
        await using var host = await StartAsync();

        host.Crm.Set("00Q01", "FirstName", "Augusta");
        var contact = host.Crm.Convert("00Q01");
        host.Crm.Set(contact, "Title", "Countess");
        await host.SyncToRestAsync();

        (await host.CustomerAsync("1")).Should().BeEquivalentTo(Ada(c => (c.FirstName, c.Title) = ("Augusta", "Countess")));
    }

    [Fact]
    public async Task Does_not_clear_what_the_conversion_left_behind()
    {
        await using var host = await StartAsync();

        var contact = host.Crm.Convert("00Q01", null, "Notes__c");
        await host.SyncToRestAsync();

        (await host.CustomerAsync("1")).Notes.Should().Be("met in May");
        host.Crm.Get(contact)["Notes__c"].Should().Be("met in May");
    }

    [Fact]
    public async Task Takes_the_values_of_a_contact_that_was_there_before()
    {
        await using var host = await StartAsync();
        var contact = host.Crm.AddContact(null, "adeline@example.com", "Adeline");
        await host.SyncToRestAsync();
        await host.Contacts.DeleteAsync("2");
        await host.Sync.NoticeLocalDeleteAsync("2");
        await host.SyncToRestAsync();

        host.Crm.Convert("00Q01", contact);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.CustomerAsync("1")).Should().BeEquivalentTo(Ada(c => (c.FirstName, c.Email) = ("Adeline", "adeline@example.com")));
        host.Crm.Get(contact)["AccountName"].Should().Be("Globex");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_met_by_the_write_that_it_refuses(bool saysGone)
    {
        await using var host = await StartAsync();
        host.Crm.SaysThatConvertedLeadsAreGone = saysGone;
        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Augusta");
        string? contact = null;
        host.Crm.Writing = _ =>
        {
            host.Crm.Writing = null;
            contact = host.Crm.Convert("00Q01");
        };

        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        host.Crm.Get(contact!)["FirstName"].Should().Be("Augusta");
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_met_when_a_person_asks_for_the_contact()
    {
        await using var host = await StartAsync();

        var contact = host.Crm.Convert("00Q01");
        await host.RunAsync(s => s.SyncContactAsync("1"));

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
    }

    [Fact]
    public async Task Is_known_by_the_contact_that_comes_before_it()
    {
        await using var host = await StartAsync();

        var contact = host.Crm.Convert("00Q01");
        await host.Notices.AcceptAsync([new Notice { Connection = TwoKindHost.Account, Side = SyncSide.Crm, Id = contact }]);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.NamesAsync()).Should().Equal("Ada");
    }

    [Fact, Trait("Rule", "M3")]
    public async Task Keeps_its_contact_from_whoever_shares_its_address_in_the_same_batch()
    {
        await using var host = await StartAsync();

        var contact = host.Crm.Convert("00Q01");
        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Augusta");
        await host.AddAsync(null, "ada@example.com", "Ada's twin");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}", "2 ↔ Lead 00Q03");
        host.Crm.Get(contact)["FirstName"].Should().Be("Augusta");
    }

    [Fact]
    public async Task Is_followed_through_a_merge_of_its_contact()
    {
        await using var host = await StartAsync();

        var contact = host.Crm.Convert("00Q01");
        var survivor = host.Crm.AddContact(Phone, "ada@example.com", "Ada");
        host.Crm.Merge(contact, survivor);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {survivor}");
        (await host.NamesAsync()).Should().Equal("Ada");
    }

    [Fact, Trait("Rule", "M6")]
    public async Task Ends_the_link_when_its_contact_is_deleted()
    {
        await using var host = await StartAsync();

        host.Crm.Delete(host.Crm.Convert("00Q01"));
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().BeEmpty();
        (await host.NamesAsync()).Should().Equal("Ada");
    }

    [Fact]
    public async Task Stands_for_nobody_when_it_was_never_linked()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddLead(Phone, null, "Ada");
        var contact = host.Crm.Convert("00Q01");

        await host.PullAsync();
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Ends_its_link_where_contacts_are_not_synced()
    {
        await using var host = await TwoKindHost.StartAsync(TwoKindHost.Both(RecordType.Lead) with { RecordTypes = [RecordType.Lead] });
        host.Crm.AddLead(Phone, null, "Ada");
        await host.PullAsync();

        host.Crm.Convert("00Q01");
        await host.SyncToRestAsync();
        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Augusta");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().BeEmpty();
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.LeadConverted} 1");
        (await host.NamesAsync()).Should().Equal("Augusta");
        host.CrmSide().Should().Equal("Lead Ada", "Contact Ada");
    }

    [Fact, Trait("Rule", "M3")]
    public async Task Is_an_issue_when_its_contact_belongs_to_somebody_else_here_until_that_is_over()
    {
        await using var host = await StartAsync();
        var contact = host.Crm.AddContact("+14155550109", "bob@example.com", "Bob");
        await host.SyncToRestAsync();

        host.Crm.Convert("00Q01", contact);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal("1 ↔ Lead 00Q01", $"2 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.MatchClaimed} 1");

        await host.Contacts.DeleteAsync("2");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Is_planned_under_the_map_of_contacts_in_a_preview()
    {
        await using var host = await StartAsync();
        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Augusta");
        var contact = host.Crm.Convert("00Q01");

        var preview = await host.Sync.PreviewContactAsync("1");

        preview.Should().Match<ContactPreview>(p => p.CrmId == contact && p.Plan.Decisions.Any(d => d.Written == SyncSide.Crm && d.NewValue == "Augusta"));
        (await host.LinksAsync()).Should().Equal("1 ↔ Lead 00Q01");
        (await host.Sync.ExplainAsync("1")).Select(static decision => decision.Mapping.Crm.Key).Should().Contain("AccountName");
    }

    private static async Task<TwoKindHost> StartAsync(RecordType priority = RecordType.Lead)
    {
        var host = await TwoKindHost.StartAsync(priority);
        host.Crm.AddLead(Phone, "ada@example.com", "Ada", ("Company", "Globex"), ("Notes__c", "met in May"));
        await host.PullAsync();
        return host;
    }

    private static Customer Ada(Action<Customer>? change = null)
    {
        var ada = new Customer
        {
            Phone = Phone, Email = "ada@example.com", FirstName = "Ada", Company = "Globex", Status = "Open", Notes = "met in May",
        };
        change?.Invoke(ada);
        return ada;
    }
}

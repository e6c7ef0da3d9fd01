namespace CrmMapping.EndToEnd.Tests;

public sealed class Leads_and_contacts_of_a_Salesforce_org
{
    private const string Phone = "+14155550101";

    [Theory, Trait("Rule", "M4")]
    [InlineData(RecordType.Lead, "Lena")]
    [InlineData(RecordType.Contact, "Carl")]
    public async Task Make_one_person_of_a_number_that_both_have_however_it_was_typed(RecordType priority, string name)
    {
        await using var host = await SalesforceHost.StartAsync(priority);
        var lead = host.AddLead("(415) 555-0101", "Lena");
        var contact = host.AddContact(Phone, "Carl");

        var pull = await host.PullAsync();
        await host.SyncToRestAsync();

        pull.Total.Should().Be(2);
        (await host.NamesAsync()).Should().Equal(name);
        (await host.LinksAsync()).Should().Equal($"1 ↔ {priority} {(priority == RecordType.Lead ? lead : contact)}");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.DuplicateIgnored} {(priority == RecordType.Lead ? contact : lead)}");
        host.OrgSide().Should().BeEquivalentTo("Contact Carl", "Lead Lena");
    }

    [Theory, Trait("Rule", "M4")]
    [InlineData(RecordType.Lead)]
    [InlineData(RecordType.Contact)]
    public async Task Get_new_people_of_the_host_as_the_kind_that_goes_first_alone(RecordType priority)
    {
        await using var host = await SalesforceHost.StartAsync(priority);
        var there = priority == RecordType.Lead ? host.AddContact(Phone, "Ada") : host.AddLead(Phone, "Ada");
        await host.Contacts.AddAsync(new Customer { Phone = Phone, FirstName = "Ada", LastName = "Byron", Company = "Globex" });
        await host.Contacts.AddAsync(new Customer { Phone = "+14155550102", FirstName = "Bob", LastName = "Byron", Company = "Globex" });

        var push = await host.RunAsync(sync => sync.PushAsync());
        await host.SyncToRestAsync();

        push.Counts.Should().Match<OperationCounts>(counts => counts.CreatedCrm == 1 && counts.Linked == 1);
        host.OrgSide().Should().BeEquivalentTo($"{priority} Bob", priority == RecordType.Lead ? "Contact Ada" : "Lead Ada");
        (await host.LinksAsync()).Should().Contain(link => link.EndsWith(there, StringComparison.Ordinal)).And.HaveCount(2);
    }

    [Fact, Trait("Rule", "M4")]
    public async Task Hand_the_number_over_when_the_one_that_went_first_is_deleted()
    {
        await using var host = await SalesforceHost.StartAsync();
        var (lead, contact) = (host.AddLead(Phone, "Lena"), host.AddContact(Phone, "Carl"));
        await host.PullAsync();

        host.Org.Leads.Delete(lead);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().BeEmpty();
        (await host.NamesAsync()).Should().Equal("Carl");
    }

    [Theory, Trait("Rule", "M5")]
    [InlineData(RecordType.Lead)]
    [InlineData(RecordType.Contact)]
    public async Task Keep_the_link_of_a_lead_that_is_converted_and_an_edit_that_was_pending(RecordType priority)
    {
        await using var host = await SalesforceHost.StartAsync(priority);
        var lead = host.AddLead(Phone, "Ada", "ada@example.com");
        await host.PullAsync();

        await host.Contacts.UpdateAsync("1", customer => customer.FirstName = "Augusta");
        var contact = host.Org.Leads.Convert(lead).Id;
        host.Org.Contacts.Update(contact, "Title", "Countess");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.CustomerAsync("1")).Should().BeEquivalentTo(new Customer
        {
            Phone = Phone, Email = "ada@example.com", FirstName = "Augusta", LastName = "Byron", Company = "Globex", Title = "Countess",
        });
        host.OrgSide().Should().Equal("Contact Augusta");
        host.Org.Leads.Find(lead)!["FirstName"].Should().Be("Ada");
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M5")]
    public async Task Keep_the_link_of_a_lead_that_is_converted_into_the_contact_with_its_number()
    {
        await using var host = await SalesforceHost.StartAsync();
        var (lead, contact) = (host.AddLead(Phone, "Lena"), host.AddContact(Phone, "Lena"));
        await host.PullAsync();

        host.Org.Leads.Convert(lead, contact);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.NamesAsync()).Should().Equal("Lena");
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M5")]
    public async Task Meet_a_conversion_by_the_write_that_it_refuses()
    {
        var writes = new HeldRequests("/composite", "Salesforce");
        await using var host = await SalesforceHost.StartAsync(more: writes.Hold);
        var lead = host.AddLead(Phone, "Ada");
        await host.PullAsync();
        await host.SyncToRestAsync();

        await host.Contacts.UpdateAsync("1", customer => customer.Notes = "met in May");
        var run = host.RunAsync(sync => sync.SyncContactAsync("1"));
        await writes.First;
        var contact = host.Org.Leads.Convert(lead).Id;
        writes.LetGo();
        await run;
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        host.Org.Contacts.Find(contact)!["Description"].Should().Be("met in May");
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    [Theory, Trait("Rule", "M5")]
    [InlineData(RecordType.Lead)]
    [InlineData(RecordType.Contact)]
    public async Task Follow_merges_to_the_last_survivor(RecordType kind)
    {
        await using var host = await SalesforceHost.StartAsync();
        var records = kind == RecordType.Lead ? host.Org.Leads : host.Org.Contacts;
        string Add(string? phone, string name) => kind == RecordType.Lead ? host.AddLead(phone, name) : host.AddContact(phone, name);
        var first = Add(Phone, "Ada");
        await host.PullAsync();
        var (second, third) = (Add(null, "Augusta"), Add(null, "Ada Augusta"));

        records.Merge(second, first);
        records.Merge(third, second);
        records.Update(third, "Phone", Phone);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Contain($"1 ↔ {kind} {third}").And.HaveCount(1);
        (await host.CustomerAsync("1")).FirstName.Should().Be("Ada Augusta");
        (await host.NamesAsync()).Should().Equal("Ada Augusta");
    }

    [Theory, Trait("Rule", "M6")]
    [InlineData(RecordType.Lead)]
    [InlineData(RecordType.Contact)]
    public async Task Leave_the_person_here_when_the_record_is_deleted_and_make_no_other(RecordType kind)
    {
        await using var host = await SalesforceHost.StartAsync();
        var id = kind == RecordType.Lead ? host.AddLead(Phone, "Ada") : host.AddContact(Phone, "Ada");
        await host.PullAsync();

        (kind == RecordType.Lead ? host.Org.Leads : host.Org.Contacts).Delete(id);
        await host.SyncToRestAsync();
        await host.Contacts.UpdateAsync("1", customer => customer.FirstName = "Augusta");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().BeEmpty();
        (await host.NamesAsync()).Should().Equal("Augusta");
        host.OrgSide().Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X4")]
    public async Task Come_to_rest_after_edits_on_both_sides_of_both_kinds()
    {
        await using var host = await SalesforceHost.StartAsync();
        var (lead, contact) = (host.AddLead(Phone, "Lena"), host.AddContact("+14155550102", "Carl"));
        await host.PullAsync();

        await host.Contacts.UpdateAsync("1", customer => customer.Company = "Initech");
        await host.Contacts.UpdateAsync("2", customer => customer.Title = "Clerk");
        host.Org.Leads.Update(lead, "FirstName", "Helena");
        host.Org.Contacts.Update(contact, "Description", "met in May");
        await host.SyncToRestAsync();

        (host.Org.Leads.Find(lead)!["Company"], host.Org.Contacts.Find(contact)!["Title"]).Should().Be(("Initech", "Clerk"));
        ((await host.CustomerAsync("1")).FirstName, (await host.CustomerAsync("2")).Notes).Should().Be(("Helena", "met in May"));
    }
}

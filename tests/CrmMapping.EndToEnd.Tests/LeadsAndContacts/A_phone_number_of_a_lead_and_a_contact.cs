namespace CrmMapping.EndToEnd.Tests;

[Trait("Rule", "M4")]
public sealed class A_phone_number_of_a_lead_and_a_contact
{
    private const string Phone = "+14155550101";

    [Theory]
    [InlineData(RecordType.Lead, "Lena", "00Q01")]
    [InlineData(RecordType.Contact, "Carl", "00302")]
    public async Task Becomes_one_contact_here_that_is_linked_with_the_kind_that_goes_first(RecordType priority, string name, string id)
    {
        await using var host = await TwoKindHost.StartAsync(priority);
        host.Crm.AddLead(Phone, "lena@example.com", "Lena");
        host.Crm.AddContact(Phone, "carl@example.com", "Carl");

        var pull = await host.PullAsync();
        await host.SyncToRestAsync();

        (await host.NamesAsync()).Should().Equal(name);
        (await host.LinksAsync()).Should().Equal($"1 ↔ {priority} {id}");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.DuplicateIgnored} {(priority == RecordType.Lead ? "00302" : "00Q01")}");
        pull.Progress.Should().Match<OperationProgress>(p => p.Done == 2 && p.Total == 2);
    }

    [Fact]
    public async Task Is_told_once_and_stays_ignored_whatever_is_changed_of_the_other()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddLead(Phone, null, "Lena");
        var other = host.Crm.AddContact(Phone, null, "Carl");
        await host.PullAsync();
        var told = (await host.Sync.FindIssuesAsync()).Should().ContainSingle().Subject;

        host.Crm.Set(other, "FirstName", "Charles");
        await host.SyncToRestAsync();

        (await host.Sync.FindIssuesAsync()).Should().Equal(told);
        told.Should().Match<SyncIssue>(i => i.RecordType == RecordType.Contact && i.LocalId == null && i.Message.StartsWith("00Q01 has the same phone number"));
        (await host.NamesAsync()).Should().Equal("Lena");
    }

    [Fact]
    public async Task Is_healed_when_the_record_that_went_first_is_deleted()
    {
        await using var host = await TwoKindHost.StartAsync();
        var lead = host.Crm.AddLead(Phone, null, "Lena");
        host.Crm.AddContact(Phone, null, "Carl");
        await host.PullAsync();

        host.Crm.Delete(lead);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal("1 ↔ Contact 00302");
        (await host.IssuesAsync()).Should().BeEmpty();
        (await host.NamesAsync()).Should().Equal("Carl");
    }

    [Fact]
    public async Task Is_healed_when_the_record_that_went_first_gets_another_number()
    {
        await using var host = await TwoKindHost.StartAsync();
        var lead = host.Crm.AddLead(Phone, null, "Lena");
        host.Crm.AddContact(Phone, null, "Carl");
        await host.PullAsync();

        host.Crm.Set(lead, "Phone", "+14155550102");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal("1 ↔ Lead 00Q01", "2 ↔ Contact 00302");
        (await host.IssuesAsync()).Should().BeEmpty();
        (await host.NamesAsync()).Should().BeEquivalentTo("Lena", "Carl");
    }

    [Fact]
    public async Task Is_healed_when_the_ignored_record_is_deleted()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddLead(Phone, null, "Lena");
        var contact = host.Crm.AddContact(Phone, null, "Carl");
        await host.PullAsync();

        host.Crm.Delete(contact);
        await host.SyncToRestAsync();

        (await host.IssuesAsync()).Should().BeEmpty();
        (await host.NamesAsync()).Should().Equal("Lena");
    }

    [Fact]
    public async Task Moves_the_link_to_the_kind_that_goes_first_as_soon_as_there_is_one()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddContact(Phone, "carl@example.com", "Carl", ("Title", "Clerk"));
        await host.PullAsync();

        var lead = host.Crm.AddLead(Phone, "lena@example.com", "Carl", ("Company", "Globex"));
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Lead {lead}");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.DuplicateIgnored} 00301");
        (await host.CustomerAsync("1")).Should().BeEquivalentTo(new Customer
        {
            Phone = Phone, Email = "lena@example.com", FirstName = "Carl", Company = "Globex", Title = "Clerk", Status = "Open",
        });
        (await host.Sync.ReadJournalAsync("1")).Should().Contain(entry => entry.Reason == PlanReason.Superseded && entry.CrmId == lead);
    }

    [Fact]
    public async Task Comes_back_to_the_record_that_gave_way_when_the_other_is_deleted()
    {
        await using var host = await TwoKindHost.StartAsync();
        var contact = host.Crm.AddContact(Phone, "carl@example.com", "Carl");
        await host.PullAsync();
        var lead = host.Crm.AddLead(Phone, "lena@example.com", "Lena");
        await host.SyncToRestAsync();

        host.Crm.Delete(lead);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.CustomerAsync("1")).Should().Match<Customer>(c => c.FirstName == "Carl" && c.Email == "carl@example.com");
        (await host.NamesAsync()).Should().Equal("Carl");
    }

    [Fact, Trait("Rule", "M3")]
    public async Task Leaves_the_record_that_gave_way_without_a_contact_while_its_own_is_linked_elsewhere()
    {
        await using var host = await TwoKindHost.StartAsync();
        var contact = host.Crm.AddContact(Phone, "carl@example.com", "Carl");
        await host.PullAsync();
        var lead = host.Crm.AddLead(Phone, "lena@example.com", "Lena");
        await host.SyncToRestAsync();

        host.Crm.Set(lead, "Phone", "+14155550102");
        await host.SyncToRestAsync();
        var apart = await host.IssuesAsync();
        host.Crm.Delete(lead);
        await host.SyncToRestAsync();

        apart.Should().Equal($"{IssueCode.MatchClaimed} {contact}");
        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().BeEmpty();
        (await host.NamesAsync()).Should().Equal("Carl");
    }

    [Fact]
    public async Task Is_never_guessed_at_when_two_of_the_kind_that_goes_first_have_it()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddContact(Phone, null, "Carl");
        await host.PullAsync();

        host.Crm.AddLead(Phone, null, "Lena");
        host.Crm.AddLead(Phone, null, "Lora");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal("1 ↔ Contact 00301");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.MatchClaimed} 00Q02", $"{IssueCode.MatchClaimed} 00Q03");
        (await host.NamesAsync()).Should().Equal("Carl");
    }

    [Fact, Trait("Rule", "M5")]
    public async Task Is_healed_when_the_lead_that_went_first_is_converted_into_the_other()
    {
        await using var host = await TwoKindHost.StartAsync();
        var lead = host.Crm.AddLead(Phone, null, "Lena");
        var contact = host.Crm.AddContact(Phone, null, "Lena");
        await host.PullAsync();

        host.Crm.Convert(lead, contact);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M5")]
    public async Task Is_looked_at_anew_when_the_lead_that_went_first_is_converted_into_a_third()
    {
        await using var host = await TwoKindHost.StartAsync();
        var lead = host.Crm.AddLead(Phone, "lena@example.com", "Lena");
        var contact = host.Crm.AddContact(Phone, "carl@example.com", "Carl");
        await host.PullAsync();

        var third = host.Crm.Convert(lead);
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {third}", $"2 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.KeyShared} 2");
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Goes_to_the_other_kind_when_that_is_to_go_first()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddLead(Phone, null, "Lena");
        var contact = host.Crm.AddContact(Phone, null, "Carl");
        await host.PullAsync();

        var standing = host.Sync.Connection;
        await host.Sync.SaveSettingsAsync(standing with { Settings = standing.Settings with { Priority = RecordType.Contact } }, "Ada");
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.DuplicateIgnored} 00Q01");
    }

    [Theory, Trait("Rule", "O6")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_previewed_and_applied_as_the_move_that_it_leads_to(bool isConversion)
    {
        await using var host = await TwoKindHost.StartAsync();
        var before = isConversion ? host.Crm.AddLead(Phone, null, "Ada") : host.Crm.AddContact(Phone, null, "Ada");
        await host.PullAsync();
        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Augusta");
        var after = isConversion ? host.Crm.Convert(before) : host.Crm.AddLead(Phone, null, "Ada");

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));
        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        applied.Counts.Should().Match<OperationCounts>(c => c.Moved == 0 && c.UpdatedCrm == 1);
        host.Crm.Get(after)["FirstName"].Should().Be("Augusta");
        host.Crm.Get(before)["FirstName"].Should().Be("Ada");
        (await host.LinksAsync()).Should().Equal($"1 ↔ {(isConversion ? RecordType.Contact : RecordType.Lead)} {after}");
    }

    [Fact]
    public async Task Links_a_contact_of_the_host_with_the_kind_that_goes_first()
    {
        await using var host = await TwoKindHost.StartAsync(RecordType.Contact);
        await host.AddAsync(Phone, null, "Ada");
        host.Crm.AddLead(Phone, null, "Ada");
        host.Crm.AddContact(Phone, null, "Ada");

        await host.PushAsync();
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal("1 ↔ Contact 00302");
        host.CrmSide().Should().Equal("Lead Ada", "Contact Ada");
    }
}

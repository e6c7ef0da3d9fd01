namespace CrmMapping.EndToEnd.Tests;

public sealed class Leads_and_contacts_of_one_account
{
    [Fact, Trait("Rule", "M4"), Trait("Rule", "O1")]
    public async Task Are_pulled_each_under_its_own_map_and_counted_together()
    {
        await using var host = await TwoKindHost.StartAsync();
        for (var number = 1; number <= 4; number++)
        {
            host.Crm.AddLead($"+1415555010{number}", null, $"Lead {number}", ("Company", "Globex"));
            host.Crm.AddContact($"+1415555020{number}", null, $"Contact {number}", ("Title", "Clerk"));
        }

        var pull = await host.PullAsync();

        pull.Should().Match<OperationRecord>(r => r.State == OperationState.Completed && r.Total == 8 && r.Counts.Contacts == 8 && r.Counts.CreatedLocal == 8);
        (await host.LinksAsync()).Should().HaveCount(8);
        (await host.CustomerAsync("1")).Should().BeEquivalentTo(
            new Customer { Phone = "+14155550101", FirstName = "Lead 1", Company = "Globex", Status = "Open" });
        (await host.NamesAsync()).Should().Contain("Contact 4");
    }

    [Fact, Trait("Rule", "M1"), Trait("Rule", "X4")]
    public async Task Are_kept_in_sync_both_ways_and_come_to_rest()
    {
        await using var host = await TwoKindHost.StartAsync();
        var lead = host.Crm.AddLead("+14155550101", null, "Lena");
        var contact = host.Crm.AddContact("+14155550102", null, "Carl");
        await host.PullAsync();

        await host.Contacts.UpdateAsync("1", c => c.Company = "Globex");
        await host.Contacts.UpdateAsync("2", c => c.Company = "Initech");
        host.Crm.Set(lead, "Status", "Working");
        host.Crm.Set(contact, "Title", "Clerk");
        await host.SyncToRestAsync();

        host.Crm.Get(lead)["Company"].Should().Be("Globex");
        host.Crm.Get(contact)["AccountName"].Should().Be("Initech");
        (await host.CustomerAsync("1")).Status.Should().Be("Working");
        (await host.CustomerAsync("2")).Title.Should().Be("Clerk");
        host.Crm.Requests.Clear();
        await host.SyncChangesAsync();
        host.Crm.Requests.Should().Equal("changes Lead", "changes Contact");
    }

    [Fact, Trait("Rule", "M4"), Trait("Rule", "O1")]
    public async Task Are_pushed_to_as_the_kind_that_goes_first_alone()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddContact("+14155550102", null, "Carl");
        await host.AddAsync("+14155550101", null, "Ada");
        await host.AddAsync("+14155550102", null, "Carl");

        var push = await host.PushAsync();
        await host.SyncToRestAsync();

        push.Counts.Should().Match<OperationCounts>(c => c.CreatedCrm == 1 && c.Linked == 1);
        host.CrmSide().Should().Equal("Contact Carl", "Lead Ada");
        (await host.LinksAsync()).Should().Equal("1 ↔ Lead 00Q02", "2 ↔ Contact 00301");
    }

    [Fact, Trait("Rule", "M4"), Trait("Rule", "O1")]
    public async Task Are_imported_from_one_list_by_the_same_priority()
    {
        await using var host = await TwoKindHost.StartAsync();
        var lead = host.Crm.AddLead("+14155550101", null, "Lena");
        var twin = host.Crm.AddContact("+14155550101", null, "Lena's twin");
        var contact = host.Crm.AddContact("+14155550102", null, "Carl");
        host.Crm.AddContact("+14155550103", null, "Not on the list");
        host.Crm.Lists["campaign"] = [twin, contact, lead];

        var audience = await host.RunAsync(s => s.ResolveAudienceAsync("campaign"));
        var import = await host.RunAsync(s => s.ImportListAsync("campaign"));

        (await LinesAsync(host, audience)).Should().Equal($"Member {lead}", $"LeftOut {twin}", $"Member {contact}");
        import.Counts.CreatedLocal.Should().Be(2);
        (await host.NamesAsync()).Should().BeEquivalentTo("Lena", "Carl");
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.DuplicateIgnored} {twin}");
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Are_matched_with_contacts_of_the_host_over_both_kinds()
    {
        await using var host = await TwoKindHost.StartAsync();
        await host.AddAsync(null, "carl@example.com", "Carl");
        await host.AddAsync("+14155550101", null, "Lena");
        var contact = host.Crm.AddContact(null, "carl@example.com", "Carl", ("Title", "Clerk"));
        var lead = host.Crm.AddLead("+14155550101", null, "Lena");

        await host.SyncToRestAsync();
        await host.RunAsync(s => s.SyncContactAsync("1"));
        await host.RunAsync(s => s.SyncContactAsync("2"));

        (await host.LinksAsync()).Should().Equal($"1 ↔ Contact {contact}", $"2 ↔ Lead {lead}");
        (await host.CustomerAsync("1")).Title.Should().Be("Clerk");
    }

    [Fact, Trait("Rule", "M3")]
    public async Task Are_an_issue_when_an_e_mail_address_points_at_one_of_each()
    {
        await using var host = await TwoKindHost.StartAsync();
        await host.AddAsync(null, "ada@example.com", "Ada");
        host.Crm.AddContact(null, "ada@example.com", "Ada");
        host.Crm.AddLead(null, "ada@example.com", "Ada");

        await host.RunAsync(s => s.SyncContactAsync("1"));

        (await host.LinksAsync()).Should().BeEmpty();
        (await host.IssuesAsync()).Should().Equal($"{IssueCode.MatchAmbiguous} 1");
    }

    [Fact, Trait("Rule", "M6")]
    public async Task Are_not_made_again_as_the_other_kind_once_they_were_deleted()
    {
        await using var host = await TwoKindHost.StartAsync();
        var contact = host.Crm.AddContact("+14155550102", null, "Carl");
        await host.PullAsync();

        host.Crm.Delete(contact);
        await host.SyncToRestAsync();
        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Charles");
        await host.SyncToRestAsync();
        await host.PushAsync();
        var automatic = host.CrmSide();
        await host.RunAsync(s => s.SyncContactAsync("1"));

        automatic.Should().BeEmpty();
        host.CrmSide().Should().Equal("Lead Charles");
    }

    [Fact, Trait("Rule", "M4")]
    public async Task Of_a_kind_that_is_not_synced_are_left_alone()
    {
        await using var host = await TwoKindHost.StartAsync(TwoKindHost.Both(RecordType.Contact) with { RecordTypes = [RecordType.Contact] });
        var lead = host.Crm.AddLead("+14155550101", null, "Lena");
        host.Crm.AddContact("+14155550101", null, "Carl");

        await host.Notices.AcceptAsync([new Notice { Connection = TwoKindHost.Account, Side = SyncSide.Crm, RecordType = RecordType.Lead, Id = lead }]);
        await host.PullAsync();
        await host.SyncToRestAsync();

        (await host.LinksAsync()).Should().Equal("1 ↔ Contact 00302");
        host.Crm.Requests.Should().NotContain(request => request.EndsWith("Lead", StringComparison.Ordinal));
    }

    [Fact, Trait("Rule", "M4"), Trait("Rule", "M6")]
    public async Task Of_a_kind_that_is_synced_no_more_are_not_made_as_the_other_one()
    {
        await using var host = await TwoKindHost.StartAsync(RecordType.Contact);
        host.Crm.AddLead("+14155550101", null, "Lena");
        await host.PullAsync();
        var standing = host.Sync.Connection;
        await host.Sync.SaveSettingsAsync(standing with { Settings = standing.Settings with { RecordTypes = [RecordType.Contact] } }, "Ada");

        await host.Contacts.UpdateAsync("1", c => c.FirstName = "Lora");
        await host.SyncToRestAsync();
        await host.PushAsync();
        var alone = host.CrmSide();
        host.Crm.AddContact("+14155550101", null, "Lora");
        await host.SyncToRestAsync();

        alone.Should().Equal("Lead Lena");
        (await host.LinksAsync()).Should().Equal("1 ↔ Contact 00302");
        (await host.NamesAsync()).Should().Equal("Lora");
    }

    [Fact, Trait("Rule", "O6"), Trait("Rule", "M4")]
    public async Task Are_previewed_as_they_are_then_written()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddLead("+14155550101", null, "Lena");
        host.Crm.AddContact("+14155550101", null, "Twin");
        host.Crm.AddContact("+14155550102", null, "Carl");

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));
        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        preview.Counts.Should().Match<OperationCounts>(c => c.Contacts == 3 && c.CreatedLocal == 2 && c.Issues == 1);
        applied.Counts.Should().Match<OperationCounts>(c => c.CreatedLocal == 2 && c.Moved == 0);
        (await host.LinksAsync()).Should().Equal("1 ↔ Lead 00Q01", "2 ↔ Contact 00303");
    }

    [Fact, Trait("Rule", "O1")]
    public async Task Take_their_statuses_from_the_map_that_has_one()
    {
        await using var host = await TwoKindHost.StartAsync(RecordType.Contact);

        var pull = await host.RunAsync(s => s.PullLeadStatusesAsync());

        pull.State.Should().Be(OperationState.Completed);
        host.Statuses.All.Select(static status => status.Key).Should().Equal("Open", "Working", "Closed");
        (await host.Sync.DispositionStatusesAsync()).Should().Equal(host.Statuses.All);
    }

    [Fact]
    public async Task Are_checked_and_reported_under_the_name_of_their_kind()
    {
        await using var host = await TwoKindHost.StartAsync();

        var check = await host.Sync.VerifyAsync();
        await check.WaitAsync();

        var subjects = await check.ReadLinesAsync().Select(static line => line.Subject).ToListAsync();
        subjects.Should().Contain("Lead: Status").And.Contain("Contact: Title").And.OnlyHaveUniqueItems();
    }

    [Fact, Trait("Rule", "X9")]
    public async Task Are_backfilled_where_their_map_has_the_field()
    {
        await using var host = await TwoKindHost.StartAsync();
        host.Crm.AddLead("+14155550101", null, "Lena");
        host.Crm.AddContact("+14155550102", null, "Carl");
        await host.PullAsync();

        var both = await host.RunAsync(s => s.BackfillAsync("Company"));
        var one = await host.RunAsync(s => s.BackfillAsync("Title"));
        var none = await host.RunAsync(s => s.BackfillAsync("Nothing"));

        (both.Counts.Contacts, one.Counts.Contacts, none.State).Should().Be((2, 1, OperationState.Failed));
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(TwoKindHost host, OperationRecord run) =>
        await (await host.Sync.FindRunAsync(run.Id))!.ReadLinesAsync().Select(static line => $"{line.Kind} {line.CrmId}").ToListAsync();
}

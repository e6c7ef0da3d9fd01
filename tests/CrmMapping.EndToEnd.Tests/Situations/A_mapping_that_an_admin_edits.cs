using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_mapping_that_an_admin_edits
{
    [Fact, Trait("Rule", "E1")]
    public async Task Takes_effect_with_the_next_batch_in_every_process()
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using (var crm = await SyncHost.StartCrmAsync(time))
        await using (var one = await SyncHost.StartBesideAsync(crm, time, file))
        await using (var other = await SyncHost.StartBesideAsync(crm, time, file))
        {
            var ada = one.AddToCrm("ada@example.com", "Ada");
            await other.PullAsync();
            (await one.EditMappingAsync(draft => draft.Retarget("City", "state"))).IsSaved.Should().BeTrue();

            await one.Contacts.UpdateAsync(await one.LocalIdAsync("ada@example.com"), p => p.City = "Ohio");
            await other.SyncToRestAsync();

            crm.Contacts.Find(ada.Id)!["state"].Should().Be("Ohio");
            crm.Contacts.Find(ada.Id)!["city"].Should().BeNullOrEmpty();
        }

        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "E1"), Trait("Rule", "O2")]
    public async Task Lets_a_run_that_is_under_way_go_on_under_the_new_map()
    {
        await using var host = await SyncHost.StartAsync();
        for (var number = 0; number < 250; number++)
        {
            host.Crm.Contacts.Create([new("email", $"p{number}@example.com"), new("lastname", "Before")]);
        }

        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Crm.Faults.Next(FaultKind.Slow, "after=", count: 10);
        var run = await host.Sync.PullAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await run.WaitForAsync(r => r.Counts.CreatedLocal >= 100, patience.Token);

        await host.EditMappingAsync(draft => draft.Delete("LastName"));
        var ended = await run.WaitAsync(null, patience.Token);

        ended.State.Should().Be(OperationState.Completed);
        ended.Counts.CreatedLocal.Should().Be(250);
        var lines = await host.LocalSideAsync();
        lines.Should().HaveCount(250).And.Contain(line => line.Contains("Before")).And.Contain(line => !line.Contains("Before"));
    }

    [Fact, Trait("Rule", "X1")]
    public async Task Leaves_the_bases_of_the_other_fields_as_they_were()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", city: "London");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.EditMappingAsync(draft => draft.Retarget("City", "state"));

        await host.Contacts.UpdateAsync(id, p => p.FirstName = "Ada L.");
        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();

        var person = await host.PersonAsync(id);
        (person.FirstName, person.LastName, person.City).Should().Be(("Ada L.", "Lovelace", "London"));
        var crm = host.Crm.Contacts.Find(ada.Id)!;
        (crm["firstname"], crm["lastname"], crm["city"], crm["state"] ?? "").Should().Be(("Ada L.", "Lovelace", "London", ""));
        host.CrmWrites.Should().Be(1);
        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X6"), Trait("Rule", "C5")]
    public async Task Writes_nothing_for_a_new_mapping_where_the_sides_differ_already()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("jobtitle", "Countess")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.EditMappingAsync(draft => draft.Add("JobTitle", "jobtitle", SyncDirection.Bidirectional));

        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).JobTitle.Should().BeNull("what differed before the mapping is the base");
        host.Crm.Contacts.Find(ada.Id)!["jobtitle"].Should().Be("Countess");
        host.Crm.Contacts.Update(ada.Id, "jobtitle", "Programmer");
        await host.SyncToRestAsync();
        (await host.PersonAsync(id)).JobTitle.Should().Be("Programmer");
    }

    [Theory, Trait("Rule", "X6"), Trait("Rule", "D1")]
    [InlineData(SyncSide.Local)]
    [InlineData(SyncSide.Crm)]
    public async Task Carries_the_first_edit_of_a_field_that_comes_after_its_mapping(SyncSide side)
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("jobtitle", "Countess")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.EditMappingAsync(draft => draft.Add("JobTitle", "jobtitle", SyncDirection.Bidirectional));
        host.Time.Advance(TimeSpan.FromMinutes(1));

        if (side == SyncSide.Local)
        {
            await host.Contacts.UpdateAsync(id, p => p.JobTitle = "Programmer");
        }
        else
        {
            host.Crm.Contacts.Update(ada.Id, "jobtitle", "Programmer");
        }

        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).JobTitle.Should().Be("Programmer");
        host.Crm.Contacts.Find(ada.Id)!["jobtitle"].Should().Be("Programmer");
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "X6")]
    public async Task Writes_nothing_of_the_drift_that_it_meets_when_a_direction_is_opened()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", city: "London");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.EditMappingAsync(draft => draft.ChangeDirection("City", SyncDirection.ToCrm));
        host.Crm.Contacts.Update(ada.Id, "city", "Paris");
        await host.SyncToRestAsync();

        await host.EditMappingAsync(draft => draft.ChangeDirection("City", SyncDirection.Bidirectional));
        host.Crm.Contacts.Update(ada.Id, "lastname", "Lovelace");
        await host.SyncToRestAsync();

        (await host.PersonAsync(id)).City.Should().Be("London");
        host.Crm.Contacts.Find(ada.Id)!["city"].Should().Be("Paris");
        host.Crm.Contacts.Update(ada.Id, "city", "Rome");
        await host.SyncToRestAsync();
        (await host.PersonAsync(id)).City.Should().Be("Rome");
    }

    [Theory, Trait("Rule", "X6"), Trait("Rule", "O1")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_applied_to_the_contacts_that_are_there_by_a_backfill_of_its_field(bool isNew)
    {
        await using var host = await SyncHost.StartAsync();
        host.Crm.Contacts.Create([new("email", "ada@example.com"), new("jobtitle", "Countess")]);
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        var field = isNew ? "JobTitle" : "Company";
        await host.EditMappingAsync(draft => isNew
            ? draft.Add("JobTitle", "jobtitle", SyncDirection.Bidirectional)
            : draft.Retarget("Company", "jobtitle"));
        await host.SyncToRestAsync();
        var before = await host.PersonAsync(id);

        var run = await host.RunAsync(s => s.BackfillAsync(field));

        (before.JobTitle, before.Company).Should().Be((null, null));
        run.Counts.Should().BeEquivalentTo(new { Contacts = 1, UpdatedLocal = 1, UpdatedCrm = 0 }, o => o.ExcludingMissingMembers());
        var person = await host.PersonAsync(id);
        (isNew ? person.JobTitle : person.Company).Should().Be("Countess");
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Lets_a_preview_that_was_made_before_it_was_saved_be_applied_no_more()
    {
        await using var host = await SyncHost.StartAsync();
        var ada = host.AddToCrm("ada@example.com", "Ada", city: "London");
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => p.City = "Paris");
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));
        await host.EditMappingAsync(draft => draft.Retarget("City", "state"));

        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        applied.State.Should().Be(OperationState.Failed);
        applied.Message.Should().Contain("new preview");
        host.CrmWrites.Should().Be(0);
        host.Crm.Contacts.Find(ada.Id)!["city"].Should().Be("London");
    }
}

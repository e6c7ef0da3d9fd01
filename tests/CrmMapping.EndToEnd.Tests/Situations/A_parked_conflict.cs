namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a person decide a conflict for the local side, by taking back what the CRM had changed, on a CRM that keeps conditions.</summary>
public sealed class A_parked_conflict
{
    [Fact, Trait("Rule", "X11"), Trait("Rule", "X2")]
    public async Task Is_written_as_decided_where_nobody_edits_the_record_meanwhile()
    {
        await using var parked = await ParkedConflict.MeetAsync();

        parked.DecideForLocal();
        await parked.Host.SyncToRestAsync();

        parked.City.Should().Be("Paris");
        parked.Crm.Conditions.Should().Equal(true);
        (await parked.Host.Sync.FindIssuesAsync()).Should().BeEmpty();
        await parked.Host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "X11"), Trait("Rule", "X2")]
    public async Task Is_parked_again_where_somebody_edits_the_field_meanwhile()
    {
        await using var parked = await ParkedConflict.MeetAsync();
        parked.Crm.Edit = () => parked.EditInCrm("city", "Oslo");

        parked.DecideForLocal();
        await parked.Host.SyncToRestAsync();

        (parked.City, (await parked.PersonAsync()).City).Should().Be(("Oslo", "Paris"));
        parked.Crm.Conditions.Should().Equal(true);
        (await parked.Host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.ConflictParked && i.Field == "City");
    }

    [Fact, Trait("Rule", "X11"), Trait("Rule", "X2")]
    public async Task Is_written_as_decided_once_nobody_edits_other_fields_meanwhile()
    {
        await using var parked = await ParkedConflict.MeetAsync();
        var edits = new Queue<string>(["Augusta", "Countess"]);
        parked.Crm.Edit = () =>
        {
            if (edits.TryDequeue(out var name))
            {
                parked.EditInCrm("firstname", name);
            }
        };

        parked.DecideForLocal();
        await parked.Host.SyncToRestAsync();

        (parked.City, (await parked.PersonAsync()).FirstName).Should().Be(("Paris", "Countess"));
        parked.Crm.Conditions.Should().Equal(true, true, true);
        (await parked.Host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X11"), Trait("Rule", "O8")]
    public async Task Is_put_aside_with_its_cause_where_the_record_never_rests_and_tried_again_by_hand()
    {
        await using var parked = await ParkedConflict.MeetAsync();
        parked.Crm.IsNeverReady = true;

        parked.DecideForLocal();
        await parked.Host.SyncToRestAsync();

        parked.City.Should().Be("London");
        parked.Crm.Conditions.Should().Equal(true, true, true, true, true);
        (await parked.Host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.Quarantined && i.Message.Contains("Somebody edited it"));
        parked.Crm.IsNeverReady = false;
        await parked.Host.RunAsync(s => s.SyncContactAsync(parked.Id));
        parked.City.Should().Be("Paris");
        (await parked.Host.Sync.FindIssuesAsync()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X11")]
    public async Task Is_the_one_thing_that_is_written_under_a_condition()
    {
        await using var parked = await ParkedConflict.MeetAsync();

        parked.DecideForLocal();
        await parked.Host.SyncToRestAsync();
        await parked.Host.Contacts.UpdateAsync(parked.Id, p => p.City = "Rome");
        await parked.Host.SyncToRestAsync();

        parked.City.Should().Be("Rome");
        parked.Crm.Conditions.Should().Equal(true, false);
    }
}

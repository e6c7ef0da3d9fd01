using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_preview_that_is_kept
{
    [Fact, Trait("Rule", "O6")]
    public async Task Lists_every_contact_that_would_be_written_and_writes_none()
    {
        await using var host = await EditedHostAsync();
        var (writes, contacts) = (host.CrmWrites, await host.LocalSideAsync());

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));
        var lines = await LinesAsync(host, preview);

        preview.Should().Match<OperationRecord>(r => r.IsPreview && r.State == OperationState.Completed);
        preview.Counts.Should().BeEquivalentTo(
            new { Planned = 3, CreatedCrm = 1, UpdatedCrm = 1, UpdatedLocal = 1, CreatedLocal = 0 }, o => o.ExcludingMissingMembers());
        lines.Should().HaveCount(3).And.OnlyContain(line => line.Kind == OperationLineKind.Planned && line.Fingerprint != null);
        lines.Should().Contain(line => line.Text.Contains("Paris"));
        host.CrmWrites.Should().Be(writes);
        (await host.LocalSideAsync()).Should().Equal(contacts);
    }

    [Fact, Trait("Rule", "O6"), Trait("Rule", "O7")]
    public async Task Lists_and_counts_a_contact_once_that_a_poll_and_a_notice_tell_of()
    {
        await using var host = await HeldHostAsync();

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));

        (await LinesAsync(host, preview)).Should().HaveCount(4);
        preview.Counts.Should().Be(new OperationCounts { Contacts = 4, Planned = 4, CreatedCrm = 1, UpdatedCrm = 1, UpdatedLocal = 2 });
        preview.Message.Should().StartWith("Stopped before it would overwrite that many records: 2, and 1 are allowed");
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Lists_and_counts_a_contact_once_that_was_edited_between_the_poll_and_the_notice()
    {
        await using var held = await HeldHostAsync();
        var reading = new HeldRequests("batch/read");
        await using var host = await SyncHost.StartBesideAsync(held.Crm, held.Time, held.File, new SyncSetup(Guarded, reading.Hold));

        var ended = host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));
        await reading.First;
        foreach (var contact in host.Crm.Contacts.All)
        {
            host.Crm.Contacts.Update(contact.Id, "lastname", "Meanwhile");
        }

        reading.LetGo();
        var preview = await ended;

        (await LinesAsync(host, preview)).Should().HaveCount(4);
        preview.Counts.Should().Match<OperationCounts>(c => c.Contacts == 4 && c.Planned == 4 && c.CreatedCrm == 1);
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Is_carried_out_as_it_was_shown()
    {
        await using var host = await EditedHostAsync();
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));

        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        applied.State.Should().Be(OperationState.Completed, applied.Message);
        applied.Counts.Should().BeEquivalentTo(
            new { Contacts = 3, CreatedCrm = 1, UpdatedCrm = 1, UpdatedLocal = 1, Moved = 0 }, o => o.ExcludingMissingMembers());
        await host.ExpectEqualSidesAsync();
        await host.ExpectRestAsync();
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Of_one_contact_is_carried_out_as_asked_for_by_hand()
    {
        await using var host = await SyncHost.StartAsync();
        var gone = host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        host.Crm.Contacts.Archive(gone.Id);
        await host.SyncToRestAsync();
        var ada = await host.LocalIdAsync("ada@example.com");
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncContact, ada));

        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        preview.Counts.CreatedCrm.Should().Be(1, "whose link ended is linked anew only where a person asks for it");
        applied.Counts.Should().BeEquivalentTo(new { CreatedCrm = 1, Moved = 0 }, o => o.ExcludingMissingMembers());
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Leaves_alone_who_stands_otherwise_by_now()
    {
        await using var host = await EditedHostAsync();
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("p0@example.com"), p => p.City = "Lyon");

        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));
        var lines = await LinesAsync(host, applied);

        applied.Counts.Should().BeEquivalentTo(new { CreatedCrm = 1, UpdatedCrm = 0, UpdatedLocal = 1, Moved = 1 }, o => o.ExcludingMissingMembers());
        lines.Should().ContainSingle().Which.Kind.Should().Be(OperationLineKind.Moved);
        host.Crm.Contacts.FindByEmail("p0@example.com")!["city"].Should().NotBe("Paris").And.NotBe("Lyon");
        await host.SyncToRestAsync();
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Is_refused_whole_when_the_owners_were_paired_anew_since()
    {
        await using var host = await EditedHostAsync(services => services.AddSingleton<IUserDirectory>(new Staff("ada@example.com")));
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));
        host.Crm.Owners.Add("ada@example.com", "Ada", "Byron");
        await host.RunAsync(s => s.SyncUsersAsync());
        var writes = host.CrmWrites;

        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        applied.State.Should().Be(OperationState.Failed);
        applied.Message.Should().Contain("new preview");
        host.CrmWrites.Should().Be(writes);
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Foretells_the_requests_of_a_pull()
    {
        await using var host = await SyncHost.StartAsync();
        People(host, 250);
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));

        var pull = await host.PullAsync();

        preview.PredictedRequests.Should().BePositive();
        pull.PredictedRequests.Should().Be(preview.PredictedRequests);
        pull.Requests.Should().Be(preview.PredictedRequests);
        pull.Total.Should().Be(250);
    }

    [Fact, Trait("Rule", "O6"), Trait("Rule", "S1")]
    public async Task Goes_on_in_the_next_process_without_a_repeat_or_a_gap()
    {
        var (time, file) = (TestTime.AtNoon(), SyncHost.NewFile());
        await using var crm = await SyncHost.StartCrmAsync(time);
        string id;
        await using (var first = await SyncHost.StartBesideAsync(crm, time, file))
        {
            People(first, 250);
            crm.Faults.Plan = new() { ServerError = 1, PathContains = "after=" };
            var run = await first.Sync.StartPreviewAsync(OperationKind.Pull);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await run.WaitForAsync(r => r.Counts.Planned >= 100, patience.Token);
            id = run.Id;
        }

        crm.Faults.Clear();
        time.Advance(TimeSpan.FromMinutes(5));
        await using var next = await SyncHost.StartBesideAsync(crm, time, file);
        var ended = await next.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));
        var lines = await LinesAsync(next, ended);

        ended.Id.Should().Be(id);
        lines.Select(line => line.CrmId).Should().OnlyHaveUniqueItems().And.HaveCount(250);
        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "O7")]
    public async Task Tells_that_the_volume_guard_would_stop_the_run()
    {
        await using var host = await SyncHost.StartAsync(h => h.VolumeGuard(new VolumeGuard { MaxCreates = 150 }));
        People(host, 250);

        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));

        preview.State.Should().Be(OperationState.Completed);
        preview.Counts.CreatedLocal.Should().Be(250);
        preview.Message.Should().Contain("150 are allowed");
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Keeps_no_value_of_a_contact_that_was_erased()
    {
        await using var host = await EditedHostAsync();
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncChanges));

        await host.Store.EraseAsync("HubSpot", await host.LocalIdAsync("p0@example.com"), default);

        (await LinesAsync(host, preview)).Should().NotContain(line => line.Text.Contains("Paris"));
    }

    private static async Task<SyncHost> EditedHostAsync(Action<IServiceCollection>? services = null)
    {
        var host = await SyncHost.StartAsync(services: services);
        People(host, 3);
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("p0@example.com"), p => p.City = "Paris");
        host.Crm.Contacts.Update(host.Crm.Contacts.FindByEmail("p1@example.com")!.Id, "city", "Rome");
        await host.AddAsync("new@example.com", "New");
        return host;
    }

    // More was noticed than is allowed, so that notices wait while polls and previews find the same contacts.
    private static async Task<SyncHost> HeldHostAsync()
    {
        var host = await SyncHost.StartAsync(Guarded);
        People(host, 3);
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("p0@example.com"), p => p.City = "Paris");
        await host.AddAsync("new@example.com", "New");
        foreach (var email in (string[])["p1@example.com", "p2@example.com"])
        {
            host.Crm.Contacts.Update(host.Crm.Contacts.FindByEmail(email)!.Id, "city", "Rome");
        }

        await host.Store.AddNoticesAsync(
            [.. host.Crm.Contacts.All.Select(c => new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = c.Id })], host.Now, default);
        await host.RunAsync(s => s.VerifyAsync());
        (await host.Sync.ReadRunsAsync()).Should().ContainSingle(r => r.State == OperationState.Guarded);
        return host;
    }

    private static void Guarded(HubSpotBuilder hubSpot) => hubSpot.VolumeGuard(new VolumeGuard { MaxOverwrites = 1 });

    private static async Task<IReadOnlyList<OperationLine>> LinesAsync(SyncHost host, OperationRecord record)
    {
        var run = await host.Sync.FindRunAsync(record.Id);
        return await run!.ReadLinesAsync().ToListAsync();
    }

    private static void People(SyncHost host, int count)
    {
        for (var n = 0; n < count; n++)
        {
            host.AddToCrm($"p{n}@example.com", "F", $"+1415555{n:0000}");
        }
    }
}

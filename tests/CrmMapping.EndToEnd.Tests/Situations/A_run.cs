using CrmMapping.Emulators;
using Microsoft.Extensions.Logging;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_run
{
    [Fact, Trait("Rule", "O3")]
    public async Task Of_a_contact_that_is_not_there_says_so()
    {
        await using var host = await SyncHost.StartAsync();

        var run = await host.RunAsync(s => s.SyncContactAsync("404"));
        var preview = await host.RunAsync(s => s.StartPreviewAsync(OperationKind.SyncContact, "404"));

        run.State.Should().Be(OperationState.Failed);
        run.Message.Should().Be(
            "There is no contact '404' here, and none was linked under that id. Ask for it by the id that the host's repository gave it.");
        preview.Message.Should().Be(run.Message);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Of_a_push_tells_how_many_contacts_there_are()
    {
        await using var host = await SyncHost.StartAsync();
        await host.AddAsync("ada@example.com", "Ada");
        await host.AddAsync("bob@example.com", "Bob");

        var run = await host.PushAsync();

        run.Progress.Share.Should().Be(1);
        run.Total.Should().Be(2);
    }

    [Fact, Trait("Rule", "O7")]
    public async Task Stops_before_the_batch_that_creates_more_than_is_allowed()
    {
        await using var host = await SyncHost.StartAsync(h => h.VolumeGuard(new VolumeGuard { MaxCreates = 150 }));
        People(host, 250);

        var run = await host.PullAsync();

        run.State.Should().Be(OperationState.Guarded);
        run.Counts.CreatedLocal.Should().Be(100);
        (await host.Contacts.CountAsync()).Should().Be(100);
    }

    [Theory, Trait("Rule", "O7")]
    [InlineData(5, OperationState.Completed)]
    [InlineData(6, OperationState.Guarded)]
    public async Task Stops_before_it_clears_values_in_a_greater_share_than_is_allowed(int cleared, OperationState state)
    {
        await using var host = await SyncHost.StartAsync(h => h.VolumeGuard(new VolumeGuard { MaxClearedShare = 0.5, AlwaysAllowedClears = 2 }));
        People(host, 10);
        await host.PullAsync();
        foreach (var contact in host.Crm.Contacts.All.Take(cleared))
        {
            host.Crm.Contacts.Update(contact.Id, "firstname", "");
        }

        var run = await host.SyncChangesAsync();

        run.State.Should().Be(state);
        (await host.LocalSideAsync()).Count(line => line.Contains("| F |")).Should().Be(state == OperationState.Guarded ? 10 : 10 - cleared);
    }

    [Theory, Trait("Rule", "O7")]
    [InlineData(3, OperationState.Completed)]
    [InlineData(4, OperationState.Guarded)]
    public async Task Stops_before_it_overwrites_more_than_is_allowed(int edited, OperationState state)
    {
        await using var host = await SyncHost.StartAsync(h => h.VolumeGuard(new VolumeGuard { MaxOverwrites = 3 }));
        People(host, 5);
        await host.PullAsync();
        foreach (var contact in host.Crm.Contacts.All.Take(edited))
        {
            host.Crm.Contacts.Update(contact.Id, "city", "London");
        }

        var run = await host.SyncChangesAsync();

        run.State.Should().Be(state);
        (await host.LocalSideAsync()).Count(line => line.Contains("London")).Should().Be(state == OperationState.Guarded ? 0 : edited);
    }

    [Fact, Trait("Rule", "O7a")]
    public async Task Ends_no_links_when_more_records_vanish_than_is_allowed()
    {
        await using var host = await SyncHost.StartAsync(
            h => h.OnCrmDelete(OnCrmDelete.Archive).VolumeGuard(new VolumeGuard { AlwaysAllowedDeletes = 3 }));
        People(host, 12);
        await host.PullAsync();
        var gone = host.Crm.Contacts.All.Take(5).Select(c => c.Id).ToList();
        gone.ForEach(host.Crm.Contacts.Archive);
        await host.Notices.AcceptAsync(
            [.. gone.Select(id => new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = id, Kind = NoticeKind.Deleted })]);

        var run = await host.SyncChangesAsync();

        run.State.Should().Be(OperationState.Guarded);
        (await host.Contacts.CountAsync()).Should().Be(12);
        (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(12);
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Writes_what_its_preview_showed()
    {
        await using var host = await SyncHost.StartAsync();
        People(host, 3);
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("p0@example.com"), p => p.City = "Paris");
        host.Crm.Contacts.Update(host.Crm.Contacts.FindByEmail("p1@example.com")!.Id, "city", "Rome");
        await host.AddAsync("new@example.com", "New");
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var first = await PreviewAsync(host);
        var second = await PreviewAsync(host);
        var writes = host.CrmWrites;
        var run = await host.SyncChangesAsync();

        first.Should().HaveCount(3).And.Equal(second);
        writes.Should().Be(0);
        run.Counts.Should().Be(new OperationCounts { Contacts = run.Counts.Contacts, CreatedCrm = 1, UpdatedCrm = 1, UpdatedLocal = 1 });
        host.Crm.Contacts.FindByEmail("p0@example.com")!["city"].Should().Be("Paris");
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Has_a_preview_of_everything_however_it_was_noticed_and_each_contact_once()
    {
        const int Edits = 150;
        await using var host = await SyncHost.StartAsync();
        People(host, Edits + 2);
        await host.PullAsync();
        for (var n = 0; n < Edits; n++)
        {
            await host.Contacts.UpdateAsync(await host.LocalIdAsync($"p{n}@example.com"), p => p.City = "Paris");
        }

        var told = host.Crm.Contacts.FindByEmail($"p{Edits}@example.com")!.Id;
        host.Crm.Contacts.Update(told, "city", "Rome");
        await host.Store.AddNoticesAsync(
            [.. host.Crm.Contacts.All.Select(c => new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = c.Id })], host.Now, default);

        var shown = await PreviewAsync(host).WaitAsync(TimeSpan.FromMinutes(1));
        await host.SyncToRestAsync();

        shown.Should().HaveCount(Edits + 1, "of one there is nothing to say").And.ContainSingle(line => line.Contains("Rome"));
        host.CrmSide().Count(line => line.Contains("Paris")).Should().Be(Edits);
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "O2"), Trait("Rule", "S6")]
    public async Task Goes_on_at_its_batch_in_the_next_process()
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using var crm = await SyncHost.StartCrmAsync(time);
        await using (var first = await SyncHost.StartBesideAsync(crm, time, file))
        {
            People(first, 250);
            crm.Faults.Plan = new FaultPlan { ServerError = 1, PathContains = "after=" };
            var run = await first.Sync.PullAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await run.WaitForAsync(r => r.Counts.CreatedLocal >= 100, patience.Token);
        }

        crm.Faults.Clear();
        time.Advance(TimeSpan.FromMinutes(5));
        crm.Requests.Reset();
        await using var next = await SyncHost.StartBesideAsync(crm, time, file);
        var ended = await next.PullAsync();

        ended.State.Should().Be(OperationState.Completed);
        ended.Counts.CreatedLocal.Should().Be(250);
        crm.Requests.Recent.Where(r => r.Kind == "contacts.list").Should().OnlyContain(r => r.Path.Contains("after="));
        await next.ExpectEqualSidesAsync();
        SyncHost.Delete(file);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Is_the_one_of_its_kind()
    {
        await using var host = await SyncHost.StartAsync();
        People(host, 3);

        var runs = await Task.WhenAll(host.Sync.PullAsync(), host.Sync.PullAsync(), host.Sync.PullAsync());

        var ended = await Task.WhenAll(runs.Select(r => r.WaitAsync()));
        (await host.Contacts.CountAsync()).Should().Be(3);
        ended.Select(r => r.Id).Distinct().Count().Should().Be((await host.Sync.ReadRunsAsync()).Count);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Stops_when_it_is_cancelled_and_keeps_what_it_wrote()
    {
        var secondPage = new HeldRequests("after=");
        await using var host = await SyncHost.StartAsync(services: secondPage.Hold);
        People(host, 250);

        var run = await host.Sync.PullAsync();
        await secondPage.First;
        await run.CancelAsync();
        secondPage.LetGo();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var ended = await run.WaitAsync(null, patience.Token);

        ended.State.Should().Be(OperationState.Cancelled);
        (await host.Contacts.CountAsync()).Should().Be(ended.Counts.CreatedLocal).And.BeInRange(100, 200);
    }

    [Fact, Trait("Rule", "O3")]
    public async Task Of_one_contact_goes_before_a_pull_that_is_under_way()
    {
        var secondPage = new HeldRequests("after=");
        await using var host = await SyncHost.StartAsync(services: secondPage.Hold);
        People(host, 250);
        var id = await host.AddAsync("ada@example.com", "Ada");
        var pull = await host.Sync.PullAsync();
        await secondPage.First;

        var run = await host.Sync.SyncContactAsync(id);
        secondPage.LetGo();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var one = await run.WaitAsync(null, patience.Token);
        var pulled = await pull.WaitAsync(null, patience.Token);

        one.Counts.CreatedCrm.Should().Be(1);
        (one.EndedAt < pulled.EndedAt).Should().BeTrue();
        pulled.State.Should().Be(OperationState.Completed);
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "S7")]
    public async Task Lets_what_just_changed_pass_between_its_batches()
    {
        var secondPage = new HeldRequests("after=");
        await using var host = await SyncHost.StartAsync(services: secondPage.Hold);
        People(host, 250);
        var id = await host.AddAsync("ada@example.com", "Ada");
        var pull = await host.Sync.PullAsync();
        await secondPage.First;

        await host.Sync.NoticeLocalChangeAsync(id);
        secondPage.LetGo();
        await pull.WaitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        var requests = host.Crm.Requests.Recent.Select(r => r.Kind).ToList();
        requests.FindIndex(kind => kind == "contacts.batch.create").Should().BeInRange(0, requests.LastIndexOf("contacts.list"));
        host.Crm.Contacts.FindByEmail("ada@example.com").Should().NotBeNull();
    }

    [Fact, Trait("Rule", "S3")]
    public async Task Logs_no_value_and_no_token()
    {
        await using var host = await SyncHost.StartAsync();
        People(host, 3);
        await host.AddAsync("secret address", "Ada", "+14155559999", "Hidden City");
        host.Crm.Faults.Next(FaultKind.ServerError);
        host.Crm.Faults.Next(FaultKind.LostAnswer, "batch/create");
        await host.PullAsync();
        await host.SyncToRestAsync();
        await host.PushAsync();

        var lines = host.Logs.All.Where(l => l.Level >= LogLevel.Information).Select(l => l.Text).ToList();

        lines.Should().NotBeEmpty();
        foreach (var secret in new[] { host.Crm.AccessToken, "secret address", "Hidden City", "+1415555", "@example.com" })
        {
            lines.Should().NotContain(l => l.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static async Task<List<string>> PreviewAsync(SyncHost host)
    {
        var shown = new List<string>();
        await foreach (var preview in host.Sync.PreviewAsync(OperationKind.SyncChanges))
        {
            shown.Add(preview.ToString());
        }

        return shown;
    }

    private static void People(SyncHost host, int count)
    {
        for (var n = 0; n < count; n++)
        {
            host.AddToCrm($"p{n}@example.com", "F", $"+1415555{n:0000}");
        }

    }
}

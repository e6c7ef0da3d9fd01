using CrmMapping.Emulators;
using Microsoft.Extensions.Logging;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_preview_of_any_operation
{
    public static TheoryData<OperationKind> All => new(Enum.GetValues<OperationKind>().Where(static kind => kind != OperationKind.ApplyPreview));

    [Theory, MemberData(nameof(All)), Trait("Rule", "O6")]
    public async Task Changes_nothing_and_shows_just_what_is_written_then(OperationKind kind)
    {
        var (time, file) = (TestTime.AtNoon(), SyncHost.NewFile());
        await using var crm = await SyncHost.StartCrmAsync(time);
        await using (var host = await SyncHost.StartBesideAsync(crm, time, file, Victim.Setup(file)))
        {
            var subject = await Chores.PrepareAsync(host, kind);
            var before = await Snapshot.TakeAsync(host);

            var preview = await host.RunAsync(s => Operations.StartAsync(s, $"{Operations.Preview}{kind}", subject, default));
            var after = await Snapshot.TakeAsync(host);
            var run = await host.RunAsync(s => Operations.StartAsync(s, $"{kind}", subject, default));

            preview.State.Should().Be(OperationState.Completed, preview.Message);
            after.Should().BeEquivalentTo(before, o => o.WithStrictOrdering());
            Written(preview).Should().Be(Written(run));
            run.PredictedRequests.Should().Be(preview.PredictedRequests);

            // The first push marks in the CRM where its changes begin.
            run.Requests.Should().Be(preview.PredictedRequests + (kind == OperationKind.Push ? 1 : 0));
            if (preview.Counts.Planned == 0)
            {
                (await LinesAsync(host, preview)).Should().Equal(await LinesAsync(host, run)).And.NotBeEmpty();
            }
        }

        SyncHost.Delete(file);
    }

    public static TheoryData<OperationKind> Applied => new(
        Enum.GetValues<OperationKind>().Where(static kind => kind is not (OperationKind.ApplyPreview or OperationKind.Verify or OperationKind.ResolveAudience)));

    [Theory, MemberData(nameof(Applied)), Trait("Rule", "O6")]
    public async Task Is_carried_out_as_the_operation_would_have_been(OperationKind kind)
    {
        var expected = await LeftAfterAsync(kind, async (host, subject) =>
            await host.RunAsync(s => Operations.StartAsync(s, $"{kind}", subject, default)));

        var left = await LeftAfterAsync(kind, async (host, subject) =>
        {
            var preview = await host.RunAsync(s => Operations.StartAsync(s, $"{Operations.Preview}{kind}", subject, default));
            return await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));
        });

        left.Should().BeEquivalentTo(expected, o => o.WithStrictOrdering());
    }

    [Theory, Trait("Rule", "O6")]
    [InlineData(OperationKind.Verify)]
    [InlineData(OperationKind.ResolveAudience)]
    public async Task Leaves_nothing_to_apply_where_the_operation_changes_nothing(OperationKind kind)
    {
        await using var host = await SyncHost.StartAsync();
        var subject = await Chores.PrepareAsync(host, kind);
        var preview = await host.RunAsync(s => Operations.StartAsync(s, $"{Operations.Preview}{kind}", subject, default));

        var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

        applied.State.Should().Be(OperationState.Failed);
        applied.Message.Should().Be(
            $"{kind} changes nothing, so its preview is all there is to it: nothing is left to apply. Read the preview's report.");
    }

    [Theory, Trait("Rule", "O6")]
    [InlineData(OperationKind.SyncUsers)]
    [InlineData(OperationKind.SetUpFields)]
    [InlineData(OperationKind.PullLeadStatuses)]
    public async Task Is_refused_where_what_it_showed_stands_otherwise_by_now(OperationKind kind)
    {
        var (time, file) = (TestTime.AtNoon(), SyncHost.NewFile());
        await using var crm = await SyncHost.StartCrmAsync(time);
        await using (var host = await SyncHost.StartBesideAsync(crm, time, file, Victim.Setup(file)))
        {
            await Chores.PrepareAsync(host, kind);
            var preview = await host.RunAsync(s => s.StartPreviewAsync(kind));
            crm.Owners.Add("new@example.com", "New", "Owner");
            crm.Properties.Add(new HubSpotProperty { Name = "host_zip", Label = "Zip", Type = "string", FieldType = "text" });
            crm.Properties.Change("hs_lead_status", static status => status with { Options = [new("OPEN", "Open")] });
            var before = await Snapshot.TakeAsync(host);

            var applied = await host.RunAsync(s => s.ApplyPreviewAsync(preview.Id));

            applied.State.Should().Be(OperationState.Failed);
            applied.Message.Should().Be("Nothing was changed: what the preview showed stands otherwise by now. Make a new preview and apply that.");
            (await Snapshot.TakeAsync(host)).Should().BeEquivalentTo(before, o => o.WithStrictOrdering());
        }

        SyncHost.Delete(file);
    }

    [Theory, Trait("Rule", "O6")]
    [InlineData(OperationKind.ApplyPreview, null, "*shown already*")]
    [InlineData((OperationKind)99, null, "*no such operation*")]
    [InlineData(OperationKind.Backfill, null, "*subject*")]
    [InlineData(OperationKind.ImportList, " ", "*subject*")]
    [InlineData(OperationKind.Pull, "7", "Pull is about the whole connection. Leave the subject out.*")]
    public async Task Must_mean_something(OperationKind kind, string? subject, string why)
    {
        await using var host = await SyncHost.StartAsync();

        var start = () => host.Sync.StartPreviewAsync(kind, subject);

        await start.Should().ThrowAsync<ArgumentException>().WithMessage(why);
        (await host.Sync.ReadRunsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_shown_contact_by_contact_only_where_it_works_through_them()
    {
        await using var host = await SyncHost.StartAsync();

        var show = () => host.Sync.PreviewAsync(OperationKind.Verify);

        show.Should().Throw<ArgumentException>().WithMessage("Verify is not shown contact by contact. *StartPreviewAsync.*");
    }

    [Fact]
    public async Task Is_called_one_in_the_log_and_what_failed_is_told_with_the_reason()
    {
        await using var host = await SyncHost.StartAsync();

        await host.RunAsync(s => s.StartPreviewAsync(OperationKind.Pull));
        await host.RunAsync(s => s.BackfillAsync("Shoe size"));

        host.Logs.All.Should().ContainSingle(line => line.Text.Contains("HubSpot: preview of Pull ended as Completed"))
            .And.ContainSingle(line => line.Level == LogLevel.Warning && line.Text.Contains("Backfill ended as Failed, 0 done. 'Shoe size' is not mapped."));
    }

    private static async Task<Snapshot> LeftAfterAsync(OperationKind kind, Func<SyncHost, string, Task<OperationRecord>> work)
    {
        var (time, file) = (TestTime.AtNoon(), SyncHost.NewFile());
        await using var crm = await SyncHost.StartCrmAsync(time);
        try
        {
            await using var host = await SyncHost.StartBesideAsync(crm, time, file, Victim.Setup(file));
            var ended = await work(host, await Chores.PrepareAsync(host, kind));
            ended.State.Should().Be(OperationState.Completed, ended.Message);
            return await Snapshot.TakeAsync(host);
        }
        finally
        {
            SyncHost.Delete(file);
        }
    }

    private static OperationCounts Written(OperationRecord run) => run.Counts with { Contacts = 0, Planned = 0 };

    private static async Task<IReadOnlyList<string>> LinesAsync(SyncHost host, OperationRecord record)
    {
        var lines = await (await host.Sync.FindRunAsync(record.Id))!.ReadLinesAsync().ToListAsync();
        return [.. lines.Select(static line => $"{line.Kind} {line.Subject} {line.LocalId} {line.CrmId}")];
    }
}

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
            if (preview.Counts.Planned == 0)
            {
                (await LinesAsync(host, preview)).Should().Equal(await LinesAsync(host, run)).And.NotBeEmpty();
            }
        }

        SyncHost.Delete(file);
    }

    private static OperationCounts Written(OperationRecord run) => run.Counts with { Contacts = 0, Planned = 0 };

    private static async Task<IReadOnlyList<string>> LinesAsync(SyncHost host, OperationRecord record)
    {
        var lines = await (await host.Sync.FindRunAsync(record.Id))!.ReadLinesAsync().ToListAsync();
        return [.. lines.Select(static line => $"{line.Kind} {line.Subject} {line.LocalId} {line.CrmId}")];
    }
}

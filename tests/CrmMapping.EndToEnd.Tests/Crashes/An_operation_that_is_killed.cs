namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a child process run each operation and die after each of its effects in turn, and another host go on where it stopped.</summary>
public sealed class An_operation_that_is_killed
{
    private readonly TestTime _time = TestTime.AtNoon();

    /// <summary>Gets all operations, so that a new one has to be proved, too, previews of those that work contacts, and what carries out the others.</summary>
    public static TheoryData<string> All => new(
    [
        .. Enum.GetNames<OperationKind>(),
        Previewed(OperationKind.Pull), Previewed(OperationKind.Push), Previewed(OperationKind.SyncChanges),
        Applied(OperationKind.SyncUsers), Applied(OperationKind.SetUpFields), Applied(OperationKind.PullLeadStatuses),
    ]);

    [Theory, MemberData(nameof(All)), Trait("Rule", "O2"), Trait("Rule", "S1"), Trait("Rule", "S6")]
    public async Task Goes_on_in_the_next_process_without_a_repeat_or_a_gap(string operation)
    {
        var (_, expected) = await KillAndGoOnAsync(operation, KillPoint.AfterAny, int.MaxValue);
        var steps = new List<string>();
        while (await StepAsync(KillPoint.AfterAny, steps.Count + 1) is { Length: > 0 } step)
        {
            steps.Add(step);
            steps.Count.Should().BeLessThan(80, "after its last effect it comes to its end");
        }

        // It may take one request more or less than the time before: what the count passed over is met by itself.
        var effects = EffectsOf(operation).Select(static effect => KillPoint.AfterAny + effect).ToList();
        foreach (var effect in effects.Except(steps).ToList())
        {
            steps.Add(await StepAsync(effect, 1));
        }

        steps.Distinct().Should().BeEquivalentTo(effects);

        async Task<string> StepAsync(string at, int count)
        {
            var (step, outcome) = await KillAndGoOnAsync(operation, at, count);
            outcome.Should().BeEquivalentTo(expected, o => o.WithStrictOrdering(), $"it was killed at '{step}' ({count})");
            return step;
        }
    }

    private static string Previewed(OperationKind kind) => $"{Operations.Preview}{kind}";

    private static string Applied(OperationKind kind) => $"{Operations.Applied}{kind}";

    private static string[] EffectsOf(string operation) => operation switch
    {
        nameof(OperationKind.Pull) or nameof(OperationKind.ImportList) or nameof(OperationKind.ApplyPreview) => ["request", "local-write", "commit"],
        nameof(OperationKind.Push) or nameof(OperationKind.Backfill) or nameof(OperationKind.SyncContact) => ["request", "crm-write", "commit"],
        nameof(OperationKind.SyncChanges) => ["request", "local-write", "crm-write", "commit"],
        nameof(OperationKind.PullLeadStatuses) or $"{Operations.Applied}{nameof(OperationKind.PullLeadStatuses)}" => ["request", "status-save", "commit"],
        nameof(OperationKind.ReevaluateCalls) => ["request", "crm-write", "commit"],
        // It finds out whether contacts may be written by a batch of none.
        nameof(OperationKind.Verify) => ["request", "crm-write", "commit"],
        _ => ["request", "commit"],
    };

    private async Task<(string Step, Outcome Outcome)> KillAndGoOnAsync(string operation, string at, int count)
    {
        await using var crm = await SyncHost.StartCrmAsync(_time);
        var file = SyncHost.NewFile();
        try
        {
            string subject;
            await using (var before = await SyncHost.StartBesideAsync(crm, _time, file, Victim.Setup(file)))
            {
                subject = await Chores.PrepareAsync(before, operation);
            }

            _time.Advance(TimeSpan.FromMinutes(1));
            var step = await new Victim(crm, _time, file, crm.AccessToken).RunAsync(operation, subject, at, count);
            await using var next = await SyncHost.StartBesideAsync(crm, _time, file, Victim.Setup(file));
            return (step, await EndAsync(next, operation, subject));
        }
        finally
        {
            SyncHost.Delete(file);
        }
    }

    private static async Task<Outcome> EndAsync(SyncHost host, string operation, string subject)
    {
        bool IsIt(OperationRecord run) =>
            run.Kind == Operations.KindOf(operation) && run.IsPreview == operation.StartsWith(Operations.Preview, StringComparison.Ordinal);

        if ((await host.Store.ReadOpenRunsAsync("HubSpot", default)).Any(IsIt))
        {
            await host.RunAsync(s => Operations.StartAsync(s, operation, subject, default));
        }

        var runs = (await host.Sync.ReadRunsAsync()).Where(IsIt).ToList();
        var lines = await (await host.Sync.FindRunAsync(runs[0].Id))!.ReadLinesAsync().ToListAsync();
        var addresses = host.Crm.Contacts.All.ToDictionary(static c => c.Id, static c => c["email"]);
        return new Outcome(
            [.. runs.Select(static run => $"{run.State} {Contacts(run)}: {Message(run)}")],
            [.. lines.Select(line => $"{line.Subject} {line.LocalId} {(line.CrmId is { } id ? addresses.GetValueOrDefault(id, "-") : "-")}").Order(StringComparer.Ordinal)],
            await Snapshot.TakeAsync(host));
    }

    // What was just written comes back by the next poll, or not yet.
    private static string Contacts(OperationRecord run) =>
        run.Kind == OperationKind.SyncChanges && !run.IsPreview ? "" : $"{run.Counts.Contacts} of {run.Total}, {run.Counts.Planned} planned";

    // What was created before the process died is there already afterwards.
    private static string? Message(OperationRecord run) =>
        run.Kind == OperationKind.SetUpFields || run.Message?.Contains("created by hand", StringComparison.Ordinal) == true ? "" : run.Message;

    private sealed record Outcome(IReadOnlyList<string> Runs, IReadOnlyList<string> Lines, Snapshot Left);
}

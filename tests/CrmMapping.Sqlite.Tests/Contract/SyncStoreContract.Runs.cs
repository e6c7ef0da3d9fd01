namespace CrmMapping.Sqlite.Tests;

public abstract partial class SyncStoreContract
{
    [Fact, Trait("Rule", "O2")]
    public async Task A_second_run_of_a_kind_gets_the_one_that_has_not_ended()
    {
        await Store.AddRunAsync(Run("first", OperationKind.Pull), default);

        var second = await OpenAnother().AddRunAsync(Run("second", OperationKind.Pull), default);

        second.Id.Should().Be("first");
        (await Store.ReadRunsAsync(Acme, 10, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task Kinds_connections_and_single_contacts_run_beside_each_other()
    {
        OperationRecord[] runs =
        [
            Run("1", OperationKind.Pull),
            Run("2", OperationKind.Push),
            Run("3", OperationKind.Pull) with { Connection = Globex },
            Run("4", OperationKind.SyncContact) with { Subject = "7" },
            Run("5", OperationKind.SyncContact) with { Subject = "8" },
        ];

        foreach (var run in runs)
        {
            (await Store.AddRunAsync(run, default)).Should().Be(run);
        }

        var same = await Store.AddRunAsync(Run("6", OperationKind.SyncContact) with { Subject = "8" }, default);
        same.Id.Should().Be("5");
    }

    [Fact, Trait("Rule", "O2")]
    public async Task A_run_that_ended_makes_room_for_the_next()
    {
        var run = Run("first", OperationKind.Pull);
        await Store.AddRunAsync(run, default);
        var ended = run with
        {
            State = OperationState.Guarded,
            StartedAt = At.Minute(1),
            EndedAt = At.Minute(2),
            Cursor = "next",
            Counts = new OperationCounts { Contacts = 9, CreatedLocal = 2 },
            Total = 100,
            Message = "Look at it.",
        };

        await CommitAsync(commit => commit with { Run = ended });

        (await Store.AddRunAsync(Run("second", OperationKind.Pull) with { RequestedAt = At.Minute(3) }, default)).Id.Should().Be("second");
        var runs = await Store.ReadRunsAsync(Acme, 10, default);
        runs.Select(listed => listed.Id).Should().Equal("second", "first");
        runs[1].Should().Be(ended);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task A_cancel_survives_the_commit_of_a_worker_that_has_not_seen_it()
    {
        var run = Run("first", OperationKind.Pull) with { State = OperationState.Running };
        await Store.AddRunAsync(run, default);
        await OpenAnother().RequestCancelAsync(Acme, "first", default);

        await CommitAsync(commit => commit with { Run = run with { Cursor = "2" } });

        (await Store.ReadRunsAsync(Acme, 1, default)).Should().Equal(run with { Cursor = "2", CancelRequested = true });
    }

    [Fact]
    public async Task A_run_that_ended_is_not_cancelled()
    {
        var run = Run("first", OperationKind.Pull) with { State = OperationState.Completed, EndedAt = At.Noon };
        await CommitAsync(commit => commit with { Run = run });

        await Store.RequestCancelAsync(Acme, "first", default);

        (await Store.ReadRunsAsync(Acme, 1, default)).Should().Equal(run);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task Of_many_that_ask_at_once_all_get_one_run()
    {
        var stores = new[] { OpenAnother(), OpenAnother(), OpenAnother() };

        var runs = await Task.WhenAll(Enumerable.Range(0, 15).Select(turn =>
            Task.Run(() => stores[turn % 3].AddRunAsync(Run($"run {turn}", OperationKind.Push), default))));

        runs.Select(run => run.Id).Distinct().Should().ContainSingle();
    }

    private static OperationRecord Run(string id, OperationKind kind) =>
        new() { Id = id, Connection = Acme, Kind = kind, State = OperationState.Waiting, RequestedAt = At.Noon };
}

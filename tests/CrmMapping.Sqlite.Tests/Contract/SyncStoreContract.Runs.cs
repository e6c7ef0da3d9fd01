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
    public async Task A_run_that_has_not_ended_is_found_however_many_came_after_it()
    {
        var old = Run("old", OperationKind.Pull) with { State = OperationState.Running, Cursor = "7" };
        await Store.AddRunAsync(old, default);
        for (var n = 1; n <= 200; n++)
        {
            var later = Run($"{n}", OperationKind.SyncContact) with { Subject = $"{n}", RequestedAt = At.Minute(n) };
            await CommitAsync(commit => commit with { Run = later with { State = OperationState.Completed, EndedAt = later.RequestedAt } });
        }

        await Store.AddRunAsync(Run("new", OperationKind.Push) with { RequestedAt = At.Minute(201) }, default);

        (await Store.ReadOpenRunsAsync(Acme, default)).Select(run => run.Id).Should().Equal("old", "new");
        (await Store.ReadOpenRunsAsync(Globex, default)).Should().BeEmpty();
        (await Store.FindRunAsync(Acme, "old", default)).Should().Be(old);
        (await Store.FindRunAsync(Globex, "old", default)).Should().BeNull();
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

    [Fact, Trait("Rule", "O2")]
    public async Task A_preview_and_runs_about_other_subjects_stand_beside_a_run_of_their_kind()
    {
        await Store.AddRunAsync(Run("1", OperationKind.Backfill) with { Subject = "City" }, default);

        var other = await Store.AddRunAsync(Run("2", OperationKind.Backfill) with { Subject = "Zip" }, default);
        var preview = await Store.AddRunAsync(Run("3", OperationKind.Backfill) with { Subject = "City", IsPreview = true }, default);

        (other.Id, preview.Id).Should().Be(("2", "3"));
    }

    [Fact, Trait("Rule", "O2")]
    public async Task A_run_that_rests_is_no_work_until_it_is_resumed()
    {
        var run = Run("1", OperationKind.Pull);
        await Store.AddRunAsync(run, default);
        await Store.RequestPauseAsync(Acme, "1", default);
        var asked = await Store.FindRunAsync(Acme, "1", default);
        await CommitAsync(commit => commit with { Run = asked! with { State = OperationState.Paused } });
        var whilePaused = await Store.ReadConnectionsWithWorkAsync(At.Noon, default);

        await Store.ResumeRunAsync(Acme, "1", default);

        asked!.PauseRequested.Should().BeTrue();
        whilePaused.Should().BeEmpty();
        (await Store.FindRunAsync(Acme, "1", default)).Should().Be(run);
        (await Store.ReadConnectionsWithWorkAsync(At.Noon, default)).Should().Equal(Acme);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task A_run_that_was_resumed_before_it_came_to_rest_does_not_rest()
    {
        await Store.AddRunAsync(Run("1", OperationKind.Pull), default);
        await Store.RequestPauseAsync(Acme, "1", default);
        var asked = await Store.FindRunAsync(Acme, "1", default);
        await Store.ResumeRunAsync(Acme, "1", default);

        await CommitAsync(commit => commit with { Run = asked! with { State = OperationState.Paused } });

        (await Store.FindRunAsync(Acme, "1", default))!.State.Should().Be(OperationState.Waiting);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task A_run_that_rests_goes_to_a_worker_when_it_is_cancelled()
    {
        await Store.AddRunAsync(Run("1", OperationKind.Pull), default);
        await Store.RequestPauseAsync(Acme, "1", default);
        await CommitAsync(commit => commit with { Run = Run("1", OperationKind.Pull) with { State = OperationState.Paused } });

        await Store.RequestCancelAsync(Acme, "1", default);

        (await Store.FindRunAsync(Acme, "1", default)).Should().Match<OperationRecord>(
            run => run.State == OperationState.Waiting && run.CancelRequested && !run.PauseRequested);
    }

    [Fact, Trait("Rule", "O2")]
    public async Task The_last_run_of_each_kind_that_ended_is_found_and_no_preview()
    {
        await AddEndedAsync(Run("1", OperationKind.Pull));
        await AddEndedAsync(Run("2", OperationKind.Pull));
        await AddEndedAsync(Run("3", OperationKind.Pull) with { IsPreview = true });
        await AddEndedAsync(Run("4", OperationKind.Push));
        await Store.AddRunAsync(Run("5", OperationKind.Push), default);

        var last = await Store.ReadLastRunsAsync(Acme, default);

        last.Select(run => run.Id).Should().BeEquivalentTo(["2", "4"]);
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Lines_come_in_order_and_each_fingerprint_once()
    {
        var run = Run("1", OperationKind.Pull) with { IsPreview = true };
        await Store.AddRunAsync(run, default);
        await CommitAsync(commit => commit with { Run = run, Lines = [Line("a", "x") with { RecordType = RecordType.Lead }, Line("b", "y"), Line("c", "x"), Line("d", null), Line("e", null)] });

        var first = await OpenAnother().ReadLinesAsync(Acme, "1", 0, 2, default);
        var rest = await Store.ReadLinesAsync(Acme, "1", first[^1].Number, 10, default);

        first.Concat(rest).Select(line => line.Text).Should().Equal("a", "b", "d", "e");
        first[0].Should().Be(Line("a", "x") with { Number = first[0].Number, RecordType = RecordType.Lead });
        (await Store.ReadLinesAsync(Globex, "1", 0, 10, default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Lines_about_contacts_are_found_by_either_id_and_each_once()
    {
        var run = Run("1", OperationKind.Pull) with { IsPreview = true };
        await Store.AddRunAsync(run, default);
        await Store.AddRunAsync(Run("2", OperationKind.Push), default);
        await CommitAsync(commit => commit with
        {
            Run = run,
            Lines =
            [
                Line("both", "a") with { LocalId = "7", CrmId = "901" },
                Line("local", "b") with { LocalId = "8" },
                Line("crm", "c") with { CrmId = "8", RecordType = RecordType.Lead },
                Line("neither", null),
            ],
        });
        await CommitAsync(commit => commit with { Run = Run("2", OperationKind.Push), Lines = [Line("other run", null) with { LocalId = "7" }] });

        (await TextsAsync(Acme, "7", "crm:901", "crm:8")).Should().Equal("both", "crm");
        (await TextsAsync(Acme, "8", "crm:7", "9")).Should().Equal("local");
        (await TextsAsync(Acme)).Should().BeEmpty();
        (await TextsAsync(Globex, "7")).Should().BeEmpty();

        async Task<IEnumerable<string>> TextsAsync(string connection, params string[] names) =>
            (await Store.ReadLinesAboutAsync(connection, "1", names, default)).Select(line => line.Text);
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Lines_lose_their_values_with_the_contact_and_go_with_the_journal()
    {
        var run = Run("1", OperationKind.Pull);
        await Store.AddRunAsync(run, default);
        await CommitAsync(commit => commit with
        {
            Run = run with { State = OperationState.Completed, EndedAt = At.Noon },
            Lines = [Line("secret", "x") with { LocalId = "7" }, Line("other", "y") with { LocalId = "8" }],
        });

        await Store.EraseAsync(Acme, "7", default);
        var erased = await Store.ReadLinesAsync(Acme, "1", 0, 10, default);
        await Store.TrimJournalAsync(At.Minute(1), default);

        erased.Select(line => (line.Text, line.Fingerprint)).Should().Equal(("", null), ("other", "y"));
        (await Store.ReadLinesAsync(Acme, "1", 0, 10, default)).Should().BeEmpty();
    }

    private async Task AddEndedAsync(OperationRecord run)
    {
        await Store.AddRunAsync(run, default);
        await CommitAsync(commit => commit with { Run = run with { State = OperationState.Completed, EndedAt = At.Noon } });
    }

    private static OperationLine Line(string text, string? fingerprint) =>
        new() { Kind = OperationLineKind.Planned, Text = text, Fingerprint = fingerprint };
}

using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public abstract partial class SyncStoreContract
{
    [Fact]
    public async Task Notices_of_one_contact_collapse_into_the_gravest_most_urgent_and_latest()
    {
        await AddAsync(Notice("901") with { Field = "email", At = At.Minute(-3), Attempts = 2 });
        await AddAsync(
            Notice("901") with { Kind = NoticeKind.Deleted, Priority = NoticePriority.Manual },
            Notice("901") with { Field = "email", At = At.Minute(-1) },
            Notice("901") with { Field = "email", At = At.Minute(-2) },
            Notice("901") with { Kind = NoticeKind.Merged, MergedInto = "905", Priority = NoticePriority.Retry });

        var pending = (await Store.ReadNoticesAsync(Acme, At.Noon, 10, default)).Should().ContainSingle().Subject;

        pending.Should().BeEquivalentTo(
            new
            {
                Side = SyncSide.Crm,
                Id = "901",
                Kind = NoticeKind.Deleted,
                Priority = NoticePriority.Manual,
                MergedInto = "905",
                Attempts = 2,
                NoticedAt = At.Noon,
                FieldTimes = new Dictionary<string, Instant> { ["email"] = At.Minute(-1) },
            });
    }

    [Fact]
    public async Task Sides_kinds_of_record_and_connections_do_not_collapse()
    {
        await AddAsync(
            Notice("1"),
            Notice("1") with { Side = SyncSide.Local },
            Notice("1") with { RecordType = RecordType.Lead },
            Notice("1") with { Connection = Globex });

        (await Store.ReadNoticesAsync(Acme, At.Noon, 10, default)).Should().HaveCount(3);
        (await Store.ReadNoticesAsync(Globex, At.Noon, 10, default)).Should().HaveCount(1);
    }

    [Fact, Trait("Rule", "O7a")]
    public async Task Deletes_that_wait_to_be_counted_are_counted_and_read_by_themselves()
    {
        var staged = Notice("901") with { Kind = NoticeKind.Deleted, Priority = NoticePriority.Staged, NotBefore = At.Minute(5) };
        await AddAsync(staged, staged with { Id = "902" }, staged with { Connection = Globex });
        await AddAsync(Notice("903") with { Kind = NoticeKind.Deleted }, Notice("904") with { Priority = NoticePriority.Retry });
        await AddAsync(staged with { Id = "905" });
        await AddAsync(Notice("905"));

        (await Store.CountStagedAsync(Acme, default)).Should().Be(2, "of one that changed again nothing waits to be counted");
        (await Store.ReadStagedAsync(Acme, 10, default)).Select(notice => notice.Id).Should().Equal("901", "902");
        (await Store.ReadStagedAsync(Acme, 1, default)).Should().ContainSingle().Which.Kind.Should().Be(NoticeKind.Deleted);
        (await Store.ReadNoticesAsync(Acme, At.Noon, 10, default)).Select(notice => notice.Id).Should().BeEquivalentTo("903", "904", "905");
        (await Store.ReadNoticesAsync(Acme, At.Minute(5), 10, default)).Should().HaveCount(5);
    }

    [Theory, Trait("Rule", "X4")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Any_order_and_doubling_of_notices_comes_to_the_same(int seed)
    {
        var random = new Random(seed);
        var notices = Enumerable.Range(0, 40).Select(_ => AnyNotice(random)).ToList();
        var doubled = notices.Concat(notices.Take(20)).ToArray();
        random.Shuffle(doubled);

        await AddAsync([.. notices]);
        foreach (var piece in doubled.Chunk(7))
        {
            await AddAsync([.. piece.Select(notice => notice with { Connection = Globex })]);
        }

        var one = await Store.ReadNoticesAsync(Acme, At.Minute(100), 100, default);
        var other = await Store.ReadNoticesAsync(Globex, At.Minute(100), 100, default);
        other.Should().BeEquivalentTo(one, options => options.Excluding(notice => notice.Sequence), $"the seed is {seed}");
        var soon = await Store.ReadNoticesAsync(Globex, At.Noon, 100, default);
        soon.Select(notice => notice.Id).Should().BeEquivalentTo(
            (await Store.ReadNoticesAsync(Acme, At.Noon, 100, default)).Select(notice => notice.Id));
    }

    [Fact, Trait("Rule", "O3")]
    public async Task The_most_urgent_and_then_the_oldest_come_first()
    {
        await Store.AddNoticesAsync([Notice("retry") with { Priority = NoticePriority.Retry }], At.Minute(-9), default);
        await Store.AddNoticesAsync([Notice("young")], At.Minute(-1), default);
        await Store.AddNoticesAsync([Notice("old")], At.Minute(-5), default);
        await Store.AddNoticesAsync([Notice("by hand") with { Priority = NoticePriority.Manual }], At.Noon, default);

        var ids = (await Store.ReadNoticesAsync(Acme, At.Noon, 3, default)).Select(notice => notice.Id);

        ids.Should().Equal("by hand", "old", "young");
    }

    [Fact]
    public async Task A_notice_waits_for_its_time_and_a_new_change_ends_the_waiting()
    {
        await AddAsync(Notice("901") with { NotBefore = At.Minute(5), Attempts = 3 });
        (await Store.ReadNoticesAsync(Acme, At.Minute(4), 10, default)).Should().BeEmpty();
        (await Store.ReadConnectionsWithWorkAsync(At.Minute(4), default)).Should().BeEmpty();
        (await Store.ReadNoticesAsync(Acme, At.Minute(5), 10, default)).Should().ContainSingle();

        await AddAsync(Notice("901"));

        (await Store.ReadNoticesAsync(Acme, At.Noon, 10, default)).Should().ContainSingle(notice => notice.Attempts == 3);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_notice_that_was_added_after_the_reading_survives_the_commit()
    {
        await AddAsync(Notice("901"), Notice("902"));
        var read = await Store.ReadNoticesAsync(Acme, At.Noon, 10, default);
        await OpenAnother().AddNoticesAsync([Notice("901")], At.Minute(1), default);

        await CommitAsync(commit => commit with { Consumed = read });

        (await Store.ReadNoticesAsync(Acme, At.Minute(1), 10, default)).Should().ContainSingle(notice => notice.Id == "901");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_sequence_is_not_used_again_after_all_notices_were_consumed()
    {
        await AddAsync(Notice("901"));
        var old = await Store.ReadNoticesAsync(Acme, At.Noon, 10, default);
        await CommitAsync(commit => commit with { Consumed = old });
        await AddAsync(Notice("901"));

        await CommitAsync(commit => commit with { Consumed = old });

        (await Store.ReadNoticesAsync(Acme, At.Noon, 10, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_second_try_added_by_the_batch_that_consumed_the_first_stays()
    {
        await AddAsync(Notice("901"));
        var read = await Store.ReadNoticesAsync(Acme, At.Noon, 10, default);

        await CommitAsync(commit => commit with
        {
            Consumed = read,
            Notices = [Notice("901") with { Priority = NoticePriority.Retry, NotBefore = At.Minute(5), Attempts = 1 }],
        });

        (await Store.ReadNoticesAsync(Acme, At.Noon, 10, default)).Should().BeEmpty();
        (await Store.ReadNoticesAsync(Acme, At.Minute(5), 10, default)).Should().ContainSingle(notice => notice.Attempts == 1);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Notices_that_several_add_at_once_are_all_there()
    {
        var stores = new[] { OpenAnother(), OpenAnother(), OpenAnother() };

        await Task.WhenAll(stores.SelectMany((store, index) => Enumerable.Range(0, 20).Select(turn => Task.Run(() =>
            store.AddNoticesAsync([Notice("shared"), Notice($"{index}-{turn}")], At.Noon, default)))));

        var pending = await Store.ReadNoticesAsync(Acme, At.Noon, 1000, default);
        pending.Should().HaveCount(61);
        pending.Select(notice => notice.Sequence).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Connections_with_due_notices_or_open_runs_have_work()
    {
        await AddAsync(Notice("1"), Notice("2"), Notice("1") with { Connection = Globex });
        await Store.AddRunAsync(Run("r1", OperationKind.Pull) with { Connection = "Initech" }, default);

        var connections = await Store.ReadConnectionsWithWorkAsync(At.Noon, default);

        connections.Should().BeEquivalentTo([Acme, Globex, "Initech"]);
    }

    [Fact]
    public async Task Without_notices_and_runs_nobody_has_work() =>
        (await Store.ReadConnectionsWithWorkAsync(At.Noon, default)).Should().BeEmpty();

    private static Notice Notice(string id) => new() { Connection = Acme, Side = SyncSide.Crm, Id = id };

    private static Notice AnyNotice(Random random) => Notice($"{random.Next(5)}") with
    {
        Side = (SyncSide)random.Next(2),
        Kind = (NoticeKind)random.Next(4),
        Priority = (NoticePriority)random.Next(3),
        Field = random.Next(3) == 0 ? null : $"field {random.Next(3)}",
        At = random.Next(4) == 0 ? null : At.Minute(-random.Next(50)),
        MergedInto = random.Next(4) == 0 ? $"{random.Next(9)}" : null,
        NotBefore = random.Next(2) == 0 ? null : At.Minute(random.Next(50)),
        Attempts = random.Next(4),
    };

    private Task AddAsync(params Notice[] notices) => Store.AddNoticesAsync(notices, At.Noon, default);
}

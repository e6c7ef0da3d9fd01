namespace CrmMapping.Sqlite.Tests;

public abstract partial class ActivityStoreContract
{
    [Fact, Trait("Rule", "S1"), Trait("Rule", "X4")]
    public async Task Any_order_and_repetition_of_what_is_told_ends_in_the_same_calls_and_totals()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var histories = new ToldCalls(random, 40);
        var told = histories.InOrder();

        var inOrder = await PlayAsync(Acme, "in order", told, random);
        for (var round = 0; round < 4; round++)
        {
            (await PlayAsync($"{Acme} {round}", $"round {round}", histories.Shuffled(told), random)).Should().Be(inOrder, $"seed {seed}, round {round}");
        }
    }

    // Each history has an account and a contact base of its own, and now and then somebody deals with what waits.
    private async Task<string> PlayAsync(string connection, string name, IReadOnlyList<object> told, Random random)
    {
        foreach (var one in told)
        {
            await Activities.AddActivitiesAsync(name, one is PhoneCall call ? [call] : [], one is TextMessage text ? [text] : [], [connection], At.Noon, default);
            if (random.Next(5) == 0)
            {
                await WorkAsync(connection, name, size: random.Next(1, 9));
            }
        }

        await WorkAsync(connection, name, size: int.MaxValue);
        var (calls, _) = await Activities.ReadLoggedCallsAsync(connection, NodaTime.Instant.MinValue, null, int.MaxValue, default);
        var totals = new List<string>();
        for (var contact = 0; contact < 5; contact++)
        {
            totals.Add($"{await Activities.ReadContactActivityAsync(name, $"{contact}", default)}".Replace(name, "account", StringComparison.Ordinal));
        }

        return string.Join('\n', calls.Select(static call => $"{call.Call} {call.Logged!.Outcome}").Order(StringComparer.Ordinal).Concat(totals));
    }

    // A call counts when it has ended, and its outcome, made of its tags, is taken in whenever it is another one.
    private async Task WorkAsync(string connection, string name, int size)
    {
        var pending = await PendingAsync(connection, size: size);
        var ended = pending.Where(static one => one.Message is not null || one.Call!.Situation is not null).ToList();
        await CommitAsync(
            commit => commit with
            {
                Activities = [.. ended.Select(one => Logged(one.Key) with { Account = name, At = AtOf(one), Outcome = OutcomeOf(one) })],
                WorkedActivities = [.. pending.Select(static one => Worked(one))],
                Engagements = [.. ended.Select(one => Counted(one.Key) with
                {
                    Tenant = name,
                    Account = name,
                    LocalId = one.Call?.ContactNumber ?? one.Message!.ContactNumber,
                    Direction = one.Call?.Direction ?? one.Message!.Direction,
                    At = AtOf(one),
                    Text = OutcomeOf(one),
                })],
            },
            connection);
    }

    private static NodaTime.Instant AtOf(PendingActivity one) => one.Call?.StartedAt ?? one.Message!.SentAt;

    private static string OutcomeOf(PendingActivity one) => one.Call is { } call ? string.Join('+', call.Tags.Select(static tag => tag.Id)) : one.Message!.Text;
}

using CrmMapping.Emulators;
using FsCheck;
using FsCheck.Fluent;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lives histories made at random: edits, notices, syncs, faults and deaths in any order. FsCheck prints the seed of one that ends otherwise.</summary>
public sealed class Any_history : IAsyncLifetime
{
    private const int Histories = 30;

    private static readonly StepKind[] Peaceful =
    [
        StepKind.EditHere, StepKind.EditHere, StepKind.EditHere, StepKind.EditThere, StepKind.EditThere, StepKind.EditThere,
        StepKind.AddHere, StepKind.AddThere, StepKind.Notice, StepKind.Notice, StepKind.Sync, StepKind.SyncOne, StepKind.SyncAndEdit,
    ];

    private static readonly StepKind[] Deadly = [.. Peaceful, .. Enumerable.Repeat(StepKind.SyncAndDie, 8)];

    private readonly TestTime _time = TestTime.AtNoon();
    private HubSpotEmulator _crm = null!;

    public async Task InitializeAsync() => _crm = await SyncHost.StartCrmAsync(_time);

    public async Task DisposeAsync() => await _crm.DisposeAsync();

    [Fact, Trait("Rule", "X4"), Trait("Rule", "X5"), Trait("Rule", "X7")]
    public void Lets_each_edit_change_the_other_side_once_and_ends_with_both_equal() => Holds(Peaceful, FaultPlan.None);

    [Fact, Trait("Rule", "X4"), Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S4")]
    public void Does_so_though_the_crm_fails_now_and_then() => Holds(Peaceful, new FaultPlan
    {
        ServerError = 0.06,
        BadGateway = 0.04,
        RateLimited = 0.04,
        StormLength = 2,
        LostAnswer = 0.06,
        CutBody = 0.02,
    });

    [Fact, Trait("Rule", "X4"), Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1")]
    public void Does_so_though_the_process_dies_between_any_two_effects() => Holds(Deadly, FaultPlan.None);

    [Fact, Trait("Rule", "X4"), Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1"), Trait("Rule", "S4")]
    public void Does_so_though_processes_die_and_the_crm_fails() => Holds(Deadly, new FaultPlan { ServerError = 0.05, LostAnswer = 0.1 });

    [Fact, Trait("Rule", "X4")]
    public void Ends_the_same_in_whatever_order_its_notices_arrive_and_however_often() => ForAll(Peaceful, async steps =>
    {
        var one = await LiveAsync(steps, FaultPlan.None, static notices => notices, SidesAsync, restsBetweenSteps: true);
        var other = await LiveAsync(steps, FaultPlan.None, static notices => notices.Reverse().Concat(notices), SidesAsync, restsBetweenSteps: true);
        other.Should().Equal(one);
    });

    private void Holds(StepKind[] kinds, FaultPlan faults) => ForAll(kinds, steps => LiveAsync(steps, faults, static notices => notices, async history =>
    {
        foreach (var contact in history.Linked)
        {
            foreach (var field in RuledField.All)
            {
                await new FieldLaw(history, contact, field).CheckAsync();
            }
        }

        return (await SidesAsync(history)).Should().OnlyHaveUniqueItems("there are no twins");
    }));

    private static void ForAll(StepKind[] kinds, Func<IReadOnlyList<Step>, Task> law) => Prop
        .ForAll(Arb.From(Steps(kinds), Shorter), steps => Task.Run(() => law(steps)).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithMaxRejected(1));

    private async Task<T> LiveAsync<T>(
        IReadOnlyList<Step> steps, FaultPlan faults, Func<IReadOnlyList<Notice>, IEnumerable<Notice>> delivery, Func<History, Task<T>> look,
        bool restsBetweenSteps = false)
    {
        _crm.Reset();
        var file = SyncHost.NewFile();
        try
        {
            await using var history = new History(_crm, _time, file) { Delivery = delivery, RestsBetweenSteps = restsBetweenSteps };
            await history.BeginAsync();
            _crm.Faults.Plan = faults;
            await history.LiveAsync(steps);
            await history.EndAsync();
            return await look(history);
        }
        finally
        {
            SyncHost.Delete(file);
        }
    }

    private static async Task<IReadOnlyList<string>> SidesAsync(History history) =>
        [.. (await history.Host.LocalSideAsync()).Select(l => $"here  {l}"), .. history.Host.CrmSide().Select(l => $"there {l}")];

    // A value that was there before is not told from a write that was never done, so where processes die nobody clears a field.
    // One field is edited again and again, as it is where edits meet that histories go wrong; now and then it is another one.
    private static Gen<Step[]> Steps(StepKind[] kinds) =>
        from length in Gen.Choose(4, 20)
        from field in Gen.Choose(0, RuledField.All.Count - 1)
        from steps in Gen.ArrayOf(Step(kinds, field), length)
        select steps;

    private static Gen<Step> Step(StepKind[] kinds, int often) =>
        from kind in Gen.Elements(kinds)
        from contact in Gen.Elements(0, 0, 0, 0, 0, 0, 1, 2)
        from field in Gen.Frequency((6, Gen.Constant(often)), (1, Gen.Choose(0, RuledField.All.Count - 1)))
        from clears in kinds == Deadly ? Gen.Constant(false) : Gen.Elements(false, false, false, true)
        from count in Gen.Choose(4, 24)
        select new Step(kind, contact, field, clears, count);

    private static IEnumerable<Step[]> Shorter(Step[] steps) =>
        Enumerable.Range(0, steps.Length).Select(left => steps.Where((_, index) => index != left).ToArray());
}

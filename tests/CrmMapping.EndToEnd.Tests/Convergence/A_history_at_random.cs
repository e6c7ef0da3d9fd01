using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_history_at_random
{
    private const int Histories = 10;

    [Fact, Trait("Rule", "X4"), Trait("Rule", "X5"), Trait("Rule", "X7")]
    public Task Ends_with_both_sides_equal_and_each_edit_crossing_once() => ForEachAsync(FaultPlan.None);

    [Fact, Trait("Rule", "X4"), Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S4")]
    public Task Ends_so_though_the_crm_fails_now_and_then() => ForEachAsync(new FaultPlan
    {
        ServerError = 0.06,
        BadGateway = 0.04,
        RateLimited = 0.04,
        StormLength = 2,
        LostAnswer = 0.06,
        CutBody = 0.02,
    });

    private static async Task ForEachAsync(FaultPlan faults)
    {
        for (var seed = 1; seed <= Histories; seed++)
        {
            try
            {
                await LiveAsync(seed, faults);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"The history of seed {seed} ended otherwise: {failure.Message}", failure);
            }
        }
    }

    private static async Task LiveAsync(int seed, FaultPlan faults)
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using var crm = await SyncHost.StartCrmAsync(time, seed);
        try
        {
            await using var host = await SyncHost.StartBesideAsync(crm, time, file);
            var history = new History(host, seed);
            await history.BeginAsync(contacts: 3);
            crm.Faults.Plan = faults;
            for (var step = 0; step < 25; step++)
            {
                await history.StepAsync();
            }

            await history.DeliverAsync();
            await host.SyncToRestAsync();
            crm.Faults.Clear();
            await host.SyncToRestAsync();

            await host.ExpectEqualSidesAsync();
            await host.ExpectRestAsync();
            ValuesWrittenByTheEngine(crm).Should().BeLessThanOrEqualTo(history.Edits * 4, "an edit of a field crosses once, a new contact has a few");
        }
        finally
        {
            SyncHost.Delete(file);
        }
    }

    private static int ValuesWrittenByTheEngine(HubSpotEmulator crm) => crm.Contacts.All.Sum(contact =>
        new[] { "firstname", "lastname", "city", "company" }
            .Sum(field => crm.Contacts.History(contact.Id, field).Count(version => version.Source is not ("CRM_UI" or "IMPORT"))));
}

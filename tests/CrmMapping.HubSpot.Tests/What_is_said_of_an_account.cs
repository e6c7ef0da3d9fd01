using CrmMapping.Emulators;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "S3")]
public sealed class What_is_said_of_an_account
{
    private const string Quoting =
        """{"status":"error","message":"ada@example.com has the token pat-na1-emulator: [{\"message\":\"ada@example.com\",\"error\":\"ada@example.com\",\"name\":\"ada@example.com\"}]","category":"ada@example.com","correlationId":"ada@example.com"}""";

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>().Except([FaultKind.Hang, FaultKind.Worded])];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Holds_nothing_of_a_contact_and_no_token_whatever_goes_wrong(FaultKind kind)
    {
        var log = new Lines();
        await using var account = await OpenAsync(log: log);
        account.Emulator.Faults.Plan = new FaultPlan
        {
            ServerError = Share(FaultKind.ServerError), BadGateway = Share(FaultKind.BadGateway), RateLimited = Share(FaultKind.RateLimited),
            CutBody = Share(FaultKind.CutBody), Slow = Share(FaultKind.Slow), LostAnswer = Share(FaultKind.LostAnswer),
            CutRequest = Share(FaultKind.CutRequest),
        };

        Check([.. await WorkAsync(account), .. log.All]);

        double Share(FaultKind one) => one == kind ? 0.7 : 0;
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(423)]
    [InlineData(429)]
    [InlineData(477)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task Holds_nothing_of_a_contact_and_no_token_although_HubSpot_quotes_both(int status)
    {
        var log = new Lines();
        await using var account = await OpenAsync(log: log);
        account.Emulator.Faults.Next(new FaultAnswer { Status = status, Body = Quoting }, count: 1000);

        Check([.. await WorkAsync(account), .. log.All]);
    }

    // Does all there is with a contact, and gives what the callers are told.
    private static async Task<List<string>> WorkAsync(HubSpotAccount account)
    {
        List<string> told = [];
        var ada = account.Create("ada@example.com", "Ada", "+12155550123");
        await TellAsync(async () => Results(await account.Session.WriteAsync(
            Fields, [Create("1", ("email", "ada@example.com")), Update(ada, ("phone", "+12155550124"), ("hs_lead_status", "Ada's status"))], default)));
        await TellAsync(() => IgnoreAsync(account.Session.ReadAsync(Fields, [ada, "999"], default)));
        await TellAsync(() => IgnoreAsync(account.Session.FindAsync(
            Fields, [new MatchKey(MatchKeyKind.Email, "ada@example.com"), new MatchKey(MatchKeyKind.Phone, "+12155550123")], default)));
        await TellAsync(() => IgnoreAsync(account.Session.ReadChangesAsync(Fields, null, default)));
        await TellAsync(() => IgnoreAsync(account.Session.ReadPageAsync(Fields, null, default)));
        await TellAsync(async () => $"{(await account.Session.DescribeAsync(RecordType.Contact, default)).Count}");
        await TellAsync(async () => $"{(await account.Session.ReadOwnersAsync(default)).Count}");
        return told;

        async Task TellAsync(Func<Task<string>> work)
        {
            try
            {
                told.Add(await work());
            }
            catch (CrmException failed)
            {
                told.Add(failed.ToString());
            }
        }
    }

    private static string Results(IEnumerable<CrmWriteResult> results) =>
        string.Join('\n', results.Select(result => $"{result.Outcome} {result.Message} {string.Join(' ', result.RefusedFields.Select(field => $"{field}"))}"));

    private static async Task<string> IgnoreAsync(Task<CrmPage> reading)
    {
        using var page = await reading;
        return $"{page.Count}";
    }

    private static void Check(List<string> said) => string.Join('\n', said).Should().NotContainAny(
        "ada@example.com", "Ada's", "2155550123", "2155550124", "pat-na1-emulator");
}

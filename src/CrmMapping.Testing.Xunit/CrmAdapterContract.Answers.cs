#pragma warning disable CS1591 // The names of tests are sentences.
using NodaTime;

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    private static readonly CrmTrouble[] Damages =
        [CrmTrouble.CutBody, CrmTrouble.WebPage, CrmTrouble.EmptyBody, CrmTrouble.MalformedJson, CrmTrouble.LostAnswer];

    /// <summary>Each question that only reads, with each trouble that may befall its answer.</summary>
    public static TheoryData<CrmCall, CrmTrouble> ReadsInTrouble
    {
        get
        {
            var all = new TheoryData<CrmCall, CrmTrouble>();
            foreach (var call in Enum.GetValues<CrmCall>().Where(static call => call < CrmCall.Create))
            {
                foreach (var trouble in Damages.Append(CrmTrouble.ServerError).Append(CrmTrouble.RateLimited))
                {
                    all.Add(call, trouble);
                }
            }

            return all;
        }
    }

    [Theory, Trait("Rule", "O7a"), MemberData(nameof(ReadsInTrouble))]
    public async Task A_question_in_trouble_is_answered_in_full_or_not_at_all(CrmCall call, CrmTrouble trouble)
    {
        await using var crm = await OpenAsync();
        var question = await PrepareAsync(crm, call);
        var whole = await question();
        crm.Account.Meet(trouble, call);

        string? answer = null;
        var failed = await Record.ExceptionAsync(async () => answer = await question());

        Recover(crm);
        if (failed is not null)
        {
            Told(crm, CrmFailure.Passing, Assert.IsType<CrmException>(failed));
            answer = await question();
        }

        Assert.Equal(whole, answer);
    }

    [Theory, Trait("Rule", "O7a"), MemberData(nameof(ReadsInTrouble))]
    public async Task A_question_whose_trouble_stays_ends_in_a_failure_that_passes(CrmCall call, CrmTrouble trouble)
    {
        await using var crm = await OpenAsync();
        var question = await PrepareAsync(crm, call);
        crm.Account.Meet(trouble, call, times: 50);

        var failed = await Assert.ThrowsAsync<CrmException>(question);

        Told(crm, CrmFailure.Passing, failed);
        Recover(crm);
        Assert.NotEmpty(await question());
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(CrmTrouble.LostAnswer)]
    [InlineData(CrmTrouble.CutBody)]
    [InlineData(CrmTrouble.WebPage)]
    [InlineData(CrmTrouble.EmptyBody)]
    [InlineData(CrmTrouble.MalformedJson)]
    public async Task A_create_without_an_answer_is_told_as_such_and_never_made_twice(CrmTrouble trouble)
    {
        await using var crm = await OpenAsync();
        crm.Account.Meet(trouble, CrmCall.Create);

        var result = Assert.Single(await crm.WriteAsync(default, crm.NewPerson(1)));

        // Only an adapter that found the record that is there may say more than that nobody answered.
        Assert.Contains(result.Outcome, new[] { CrmWriteOutcome.Unanswered, CrmWriteOutcome.Written, CrmWriteOutcome.AlreadyExists });
        Assert.True(
            result.Outcome == CrmWriteOutcome.Unanswered || crm.Account.Find(result.Id ?? "") is not null,
            $"{result.Outcome} is said of a create without an answer, and the record is not named.");
        Assert.Equal((1, 1), (crm.Account.Count, crm.Account.TroubleMet));
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(CrmTrouble.LostAnswer)]
    [InlineData(CrmTrouble.CutBody)]
    [InlineData(CrmTrouble.WebPage)]
    [InlineData(CrmTrouble.EmptyBody)]
    [InlineData(CrmTrouble.MalformedJson)]
    [InlineData(CrmTrouble.ServerError)]
    public async Task A_create_by_a_key_of_its_own_may_be_repeated_and_makes_no_twin(CrmTrouble trouble)
    {
        await using var crm = await OpenAsync(new CrmTestOptions { UsesExternalId = await HasExternalIdsAsync() });
        crm.Account.Meet(trouble, CrmCall.Create);
        CrmWrite[] writes = [crm.NewPerson(1), crm.NewPerson(2)];

        await crm.WriteAsync(default, writes);
        Recover(crm);
        if (!crm.Has(CrmAbilities.ExternalIds))
        {
            Assert.InRange(crm.Account.Count, 0, 2);
            return;
        }

        var again = await crm.WriteAsync(default, writes);

        Assert.All(again, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        Assert.Equal(2, crm.Account.Count);
        Assert.Equal(["Person1", "Person2"], again.Select(result => crm.Account.Find(result.Id!)![crm.Fields.Name.Key]));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_create_that_the_CRM_refused_as_one_too_many_is_sent_again()
    {
        await using var crm = await OpenAsync();
        crm.Account.Meet(CrmTrouble.RateLimited, CrmCall.Create, times: 2);

        var result = Assert.Single(await crm.WriteAsync(default, crm.NewPerson(1)));

        Assert.Equal((CrmWriteOutcome.Written, 1, 2), (result.Outcome, crm.Account.Count, crm.Account.TroubleMet));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_create_that_met_a_server_error_is_never_said_to_be_written_when_it_is_not()
    {
        await using var crm = await OpenAsync();
        crm.Account.Meet(CrmTrouble.ServerError, CrmCall.Create);

        var result = Assert.Single(await crm.WriteAsync(default, crm.NewPerson(1)));

        Assert.Equal((result.Outcome == CrmWriteOutcome.Written ? 1 : 0, 1), (crm.Account.Count, crm.Account.TroubleMet));
        Assert.Contains(result.Outcome, new[] { CrmWriteOutcome.Unanswered, CrmWriteOutcome.Written });
    }

    [Theory]
    [InlineData(CrmTrouble.LostAnswer)]
    [InlineData(CrmTrouble.CutBody)]
    [InlineData(CrmTrouble.WebPage)]
    [InlineData(CrmTrouble.EmptyBody)]
    [InlineData(CrmTrouble.MalformedJson)]
    [InlineData(CrmTrouble.ServerError)]
    [InlineData(CrmTrouble.RateLimited)]
    public async Task An_update_in_trouble_is_repeated_or_left_to_be_written_again(CrmTrouble trouble)
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        crm.Account.Meet(trouble, CrmCall.Update);

        var result = Assert.Single(await crm.WriteAsync(default, crm.Update(id, (crm.Fields.Text, "written"))));

        // That the CRM did not say yes is no reason to believe that it said no.
        Assert.Contains(result.Outcome, new[] { CrmWriteOutcome.Written, CrmWriteOutcome.Failed, CrmWriteOutcome.Unanswered });
        Assert.True(result.Outcome != CrmWriteOutcome.Written || crm.Account.Find(id)![crm.Fields.Text.Key] == "written", "It is written as told.");
        Recover(crm);
        Assert.Equal(CrmWriteOutcome.Written, Assert.Single(await crm.WriteAsync(default, crm.Update(id, (crm.Fields.Text, "again")))).Outcome);
    }

    [Theory]
    [InlineData(CrmTrouble.LostAnswer)]
    [InlineData(CrmTrouble.WebPage)]
    [InlineData(CrmTrouble.ServerError)]
    [InlineData(CrmTrouble.RateLimited)]
    public async Task An_archiving_in_trouble_is_repeated_or_left_to_be_done_again(CrmTrouble trouble)
    {
        await using var crm = await OpenAsync();
        var (id, kept) = (crm.Create(1), crm.Create(2));
        crm.Account.Meet(trouble, CrmCall.Archive);

        var first = Assert.Single(await crm.WriteAsync(default, crm.Archive(id)));
        Recover(crm);
        await crm.WriteAsync(default, crm.Archive(id));

        Assert.Contains(
            first.Outcome, new[] { CrmWriteOutcome.Written, CrmWriteOutcome.NotFound, CrmWriteOutcome.Failed, CrmWriteOutcome.Unanswered });
        Assert.Equal((null, 1), (crm.Account.Find(id), crm.Account.Count));
        Assert.NotNull(crm.Account.Find(kept));
    }

    [Theory, Trait("Rule", "O7a")]
    [InlineData(CrmTrouble.CutBody)]
    [InlineData(CrmTrouble.WebPage)]
    [InlineData(CrmTrouble.EmptyBody)]
    [InlineData(CrmTrouble.MalformedJson)]
    [InlineData(CrmTrouble.ServerError)]
    public async Task No_record_is_taken_for_deleted_because_an_answer_is_damaged(CrmTrouble trouble)
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 3);
        crm.Account.Meet(trouble, CrmCall.Read, times: 50);

        IReadOnlyList<SeenRecord> read = [];
        var failed = await Record.ExceptionAsync(async () => read = await crm.ReadAsync(default, [.. ids]));

        Recover(crm);
        Assert.True(failed is null or CrmException { Failure: CrmFailure.Passing }, $"{failed}");
        Assert.All(read, static record => Assert.False(record.IsArchived));
    }

    [Fact, Trait("Rule", "S6")]
    public async Task No_change_is_lost_to_an_answer_that_is_damaged()
    {
        await using var crm = await OpenAsync();
        var position = await crm.PresentAsync(default);
        var ids = crm.CreateMany(0, 30);
        crm.Account.Pass(crm.Lag);
        foreach (var trouble in Damages)
        {
            crm.Account.Meet(trouble, CrmCall.ReadChanges, times: 50);
            await Assert.ThrowsAsync<CrmException>(() => crm.PollAsync(position, default));
            Recover(crm);
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), (await PollAsync(crm, position)).Ids.Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<bool> HasExternalIdsAsync()
    {
        await using var crm = await OpenAsync();
        return crm.Has(CrmAbilities.ExternalIds);
    }

    // Where it was met, it is over: an hour later no pause is left of it, and no circuit that was broken.
    private static void Recover(OpenAccount crm)
    {
        Assert.NotEqual(0, crm.Account.TroubleMet);
        crm.Account.Recover();
        crm.Account.Pass(Duration.FromHours(1));
    }

    // An account with something to answer, and the question. Asked twice of an account at rest, the answer is the same.
    private static async Task<Func<Task<string>>> PrepareAsync(OpenAccount crm, CrmCall call)
    {
        var (since, position) = (crm.Account.Now, await crm.PresentAsync(default));
        var ids = crm.CreateMany(0, 3);
        crm.Account.AddOwner("ada@example.com", "Ada Lovelace");
        crm.Account.Pass(crm.Lag);
        var keys = Enumerable.Range(0, 3).Select(static number => new MatchKey(MatchKeyKind.Phone, OpenAccount.PhoneOf(number))).ToList();
        return call switch
        {
            CrmCall.Describe => async () => Lines((await crm.Session.DescribeAsync(RecordType.Contact, default)).Select(static field => field.Key)),
            CrmCall.ReadPage => async () => Lines((await crm.ReadAllAsync(default)).Select(Line)),
            CrmCall.ReadChanges => async () => Lines((await crm.PollAsync(position, default)).SelectMany(static page => page.Records).Select(Line)),
            CrmCall.Read => async () => Lines((await crm.ReadAsync(default, [.. ids])).Select(Line)),
            CrmCall.Find => async () => Lines((await crm.FindAsync(default, [.. keys])).Select(Line)),
            CrmCall.ReadCreated => async () =>
            {
                using var page = await crm.Session.ReadCreatedAsync(crm.Set, since, default);
                return Lines(SeenRecord.All(page).Select(Line));
            },
            CrmCall.ReadOwners => async () => Lines((await crm.Session.ReadOwnersAsync(default)).Select(static owner => $"{owner}")),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call, "This is no question."),
        };
    }

    private static string Line(SeenRecord record) => $"{record.RequestedId} {record.Id} {record.IsArchived} {string.Join('|', record.Values)}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal));
}

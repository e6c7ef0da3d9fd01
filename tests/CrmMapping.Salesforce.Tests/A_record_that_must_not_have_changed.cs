using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class A_record_that_must_not_have_changed
{
    [Fact, Trait("Rule", "X11")]
    public async Task Is_written_where_nobody_edited_it_and_read_in_the_same_request()
    {
        await using var account = await OpenAsync();
        List<string> ids = [.. Enumerable.Range(0, 30).Select(number => account.Create($"L{number}"))];
        var seen = await SeenAsync(account, ids);
        account.Time.Advance(TimeSpan.FromMinutes(1));
        account.Emulator.Requests.Reset();

        var results = await account.WriteAsync([.. ids.Select(id => Update(id, ("FirstName", "A")) with { UnlessChangedSince = seen[id] })]);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written && result.Confirmed!.Value(1).Text == "A");
        account.Emulator.Requests.ByKind.Select(kind => (kind.Key, kind.Value)).Should().Equal(("composite", 2));
    }

    [Fact, Trait("Rule", "X11")]
    public async Task Is_left_alone_where_somebody_edited_it_and_the_others_are_written()
    {
        await using var account = await OpenAsync();
        var (ada, bob, eve) = (account.Create("Ada"), account.Create("Bob"), account.Create("Eve"));
        var seen = await SeenAsync(account, [ada, bob, eve]);
        account.Time.Advance(TimeSpan.FromSeconds(1));
        account.Emulator.Contacts.Update(bob, "Phone", "+14155550142");
        account.Emulator.Contacts.Update(eve, "Phone", "+14155550143");

        var results = await account.WriteAsync(
            Update(ada, ("FirstName", "A")) with { UnlessChangedSince = seen[ada] },
            Update(bob, ("FirstName", "B")) with { UnlessChangedSince = seen[bob] },
            Update(eve, ("FirstName", "E")));

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.Written, CrmWriteOutcome.ChangedMeanwhile, CrmWriteOutcome.Written);
        (account.Emulator.Contacts.Find(bob)!["FirstName"], account.Emulator.Contacts.Find(bob)!["Phone"]).Should().Be((null, "+14155550142"));
    }

    [Theory, Trait("Rule", "X11")]
    [InlineData(400)]
    [InlineData(1000)]
    public async Task Is_not_taken_for_edited_within_the_second_that_it_was_read_in(int milliseconds)
    {
        await using var account = await OpenAsync();
        account.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var ada = account.Create("Ada");

        var results = await account.WriteAsync(Update(ada, ("FirstName", "A")) with { UnlessChangedSince = account.Time.GetCurrentInstant() });

        results[0].Outcome.Should().Be(CrmWriteOutcome.Written);
    }

    [Fact, Trait("Rule", "X11"), Trait("Rule", "F8")]
    public async Task Is_written_without_what_is_refused_and_after_a_lock()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada");
        var seen = await SeenAsync(account, [ada]);
        account.Emulator.Contacts.Lock(ada, writes: 1);

        var results = await account.WriteAsync(
            Update(ada, ("FirstName", "A"), ("Email", "nobody")) with { UnlessChangedSince = seen[ada] });

        (results[0].Outcome, account.Emulator.Contacts.Find(ada)!["FirstName"]).Should().Be((CrmWriteOutcome.Written, "A"));
        results[0].RefusedFields.Select(refusal => (refusal.Field, refusal.Code)).Should().Equal(("Email", IssueCode.InvalidEmail));
    }

    [Fact, Trait("Rule", "X11"), Trait("Rule", "M5")]
    public async Task Is_said_to_be_gone_where_it_was_merged_away()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create("Ada"), account.Create("Bob"));
        var seen = await SeenAsync(account, [ada]);
        account.Emulator.Contacts.Merge(bob, ada);

        var results = await account.WriteAsync(Update(ada, ("FirstName", "A")) with { UnlessChangedSince = seen[ada] });

        (results[0].Outcome, results[0].Id).Should().Be((CrmWriteOutcome.NotFound, bob));
    }

    [Fact, Trait("Rule", "X11"), Trait("Rule", "S1")]
    public async Task Is_not_taken_for_edited_by_somebody_where_the_answer_to_our_own_write_was_lost()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada");
        var seen = await SeenAsync(account, [ada]);
        account.Time.Advance(TimeSpan.FromMinutes(1));
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "/composite");

        var results = await account.WriteAsync(Update(ada, ("FirstName", "A")) with { UnlessChangedSince = seen[ada] });

        (results[0].Outcome, account.Emulator.Contacts.Find(ada)!["FirstName"]).Should().Be((CrmWriteOutcome.Unanswered, "A"));
    }

    [Fact, Trait("Rule", "X11")]
    public async Task Takes_part_in_no_bulk_job()
    {
        await using var account = await OpenAsync(configure: options => options.BulkThreshold = 201);
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 250).Select(number => Values(("LastName", $"L{number}"))));
        var seen = account.Time.GetCurrentInstant();

        var results = await account.WriteAsync([.. ids.Select(id => Update(id, ("FirstName", "A")) with { UnlessChangedSince = seen })]);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
        account.Emulator.Requests.CountOf("composite").Should().Be(11);
    }

    private static async Task<IReadOnlyDictionary<string, Instant?>> SeenAsync(SalesforceAccount account, IReadOnlyCollection<string> ids)
    {
        using var page = await account.Session.ReadAsync(Fields, ids, default);
        return page.ToDictionary(record => record.Id, record => record.ModifiedAt);
    }
}

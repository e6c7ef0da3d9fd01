namespace CrmMapping.Tests.Matching;

public sealed class A_record_without_a_link
{
    private const string Phone = "+14155550123";
    private const string OtherPhone = "+14155550199";
    private const string Ada = "ada@example.com";
    private const string Bob = "bob@example.com";

    private static readonly MatchCandidate Subject = new("subject", Phone, Ada);

    public static TheoryData<string, object, string?> Found => new()
    {
        { "by both keys", Of(Record("1", Phone, Ada)), "1" },
        { "by the phone, the other e-mail being blank", Of(Record("1", Phone, null)), "1" },
        { "by the e-mail, the other phone being blank", Of(Record("1", null, Ada)), "1" },
        { "by the e-mail, though the phones differ", Of(Record("1", OtherPhone, Ada)), "1" },
        { "by the phone shared by several, narrowed by the e-mail", Of(Record("1", Phone, Bob), Record("2", Phone, Ada)), "2" },
        { "by the phone shared by several, where the others' e-mails differ", Of(Record("1", Phone, Bob), Record("2", Phone, null)), "2" },
        { "by the e-mail shared by several, narrowed by the phone", Of(Record("1", OtherPhone, Ada), Record("2", Phone, Ada)), "2" },
        { "by the e-mail, where the holder of the phone is linked", Of(Record("1", Phone, null, isLinked: true), Record("2", null, Ada)), "2" },
        { "not at all", Of(), null },
        { "not at all, as the e-mails differ", Of(Record("1", Phone, Bob)), null },
        { "not at all, as the holder is linked", Of(Record("1", Phone, Ada, isLinked: true)), null },
    };

    public static TheoryData<string, object, IssueCode> Undecided => new()
    {
        { "keys that point at different records", Of(Record("1", Phone, null), Record("2", null, Ada)), IssueCode.MatchContradictory },
        { "keys that point at different records", Of(Record("1", Phone, Bob), Record("2", OtherPhone, Ada)), IssueCode.MatchContradictory },
        { "several with the phone", Of(Record("1", Phone, null), Record("2", Phone, null)), IssueCode.MatchAmbiguous },
        { "several with the e-mail", Of(Record("1", null, Ada), Record("2", OtherPhone, Ada)), IssueCode.MatchAmbiguous },
        { "several with both", Of(Record("1", Phone, Ada), Record("2", Phone, Ada)), IssueCode.MatchAmbiguous },
    };

    public static TheoryData<string, object, MatchKeyKind?, bool> Shared => new()
    {
        { "the phone of a linked record", Of(Record("1", Phone, null, isLinked: true)), null, true },
        { "the phone of a linked record", Of(Record("1", Phone, null, isLinked: true)), MatchKeyKind.Phone, false },
        { "the phone of somebody else", Of(Record("1", Phone, Bob)), MatchKeyKind.Phone, false },
        { "the phone of somebody else", Of(Record("1", Phone, Bob)), MatchKeyKind.Email, true },
        { "both keys of linked records", Of(Record("1", Phone, Bob, true), Record("2", OtherPhone, Ada, true)), MatchKeyKind.Email, false },
        { "the e-mail of a linked record too", Of(Record("1", Phone, Bob), Record("2", OtherPhone, Ada, true)), MatchKeyKind.Email, false },
    };

    [Theory, Trait("Rule", "M2")]
    [MemberData(nameof(Found))]
    public void Finds_its_counterpart(string how, object candidates, string? id)
    {
        var decision = Matcher.Match(Subject, (MatchCandidate[])candidates, []);

        decision.Id.Should().Be(id, how);
        decision.Kind.Should().Be(id is null ? MatchKind.New : MatchKind.Matched);
    }

    [Theory, Trait("Rule", "M2"), Trait("Rule", "M3")]
    [MemberData(nameof(Undecided))]
    public void Is_never_guessed_at(string why, object candidates, IssueCode code)
    {
        var decision = Matcher.Match(Subject, (MatchCandidate[])candidates, []);

        decision.Should().BeEquivalentTo(new { Kind = MatchKind.Undecided, Id = (string?)null, Code = (IssueCode?)code }, why);
        decision.Message.Should().ContainAll("1", "2");
        decision.Others.Should().BeEquivalentTo("1", "2");
    }

    [Fact, Trait("Rule", "M3")]
    public void That_others_claim_too_is_told_with_all_of_them() =>
        Matcher.Claimed("7", [Record("1", Phone, null), Record("2", Phone, null)]).Should().BeEquivalentTo(new
        {
            Kind = MatchKind.Undecided,
            Code = (IssueCode?)IssueCode.MatchClaimed,
            Message = "Several records claim 7: 1, 2. Nothing was written: merge them, or give them keys that differ.",
            Others = new[] { "1", "2" },
        });

    [Theory, Trait("Rule", "M2")]
    [MemberData(nameof(Shared))]
    public void Is_new_though_it_shares_a_key_unless_contacts_are_unique_by_it(string what, object candidates, MatchKeyKind? unique, bool isNew)
    {
        var decision = Matcher.Match(Subject, (MatchCandidate[])candidates, unique is { } key ? [key] : []);

        decision.Kind.Should().Be(isNew ? MatchKind.New : MatchKind.Undecided, what);
        decision.Code.Should().Be(IssueCode.KeyShared, what);
    }

    [Fact, Trait("Rule", "M2")]
    public void Remembers_ten_of_the_many_that_share_a_key_with_it_and_counts_the_rest()
    {
        var decision = Matcher.Match(
            Subject, [.. Enumerable.Range(1, 5_000).Select(static number => Record($"{number}", Phone, Bob))], []);

        decision.Others.Should().Equal(Enumerable.Range(4_991, 10).Select(static number => $"{number}"));
        decision.Message.Should().Be("Created as a new record, though 1, 2, 3, 4, 5 and 4995 more have the same phone number.");
    }

    [Fact, Trait("Rule", "M2")]
    public void Names_all_that_share_a_key_with_it() => Matcher
        .Match(Subject, [Record("1", Phone, Bob), Record("2", Phone, Bob), Record("3", OtherPhone, Ada, isLinked: true)], [])
        .Message.Should().Be("Created as a new record, though 1, 2 have the same phone number, and 3 has the same e-mail address.");

    [Theory, Trait("Rule", "M2")]
    [InlineData("+1 415 555 0123;ext=4", "ADA@example.com", Phone, Ada)]
    [InlineData("call me", "no address", null, null)]
    public void Is_looked_for_by_keys_in_canonical_form(string phone, string email, string? phoneKey, string? emailKey)
    {
        var map = new TestMap(m => m.Map(c => c.Email).To("email"));
        var context = new Planning.TwoSides(map, null, A.Text("phone"), A.Text("email")).Context;
        var values = new RecordBuffer(2);
        values.Set(0, phone.AsSpan());
        values.Set(1, email.AsSpan());

        MatchKeys.Of("1", values, SyncSide.Crm, context).Should().Be(new MatchCandidate("1", phoneKey, emailKey));
        MatchKeys.Of("1", values, SyncSide.Local, context).Should().Be(new MatchCandidate("1", phoneKey, emailKey));
    }

    private static MatchCandidate Record(string id, string? phone, string? email, bool isLinked = false) => new(id, phone, email, isLinked);

    private static MatchCandidate[] Of(params MatchCandidate[] candidates) => candidates;
}

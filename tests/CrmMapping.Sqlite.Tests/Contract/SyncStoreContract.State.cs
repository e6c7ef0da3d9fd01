namespace CrmMapping.Sqlite.Tests;

public abstract partial class SyncStoreContract
{
    [Fact]
    public async Task Positions_are_set_and_removed_by_name()
    {
        await CommitAsync(commit => commit with { Positions = [new("poll", "1"), new("users", "a")] });
        await CommitAsync(commit => commit with { Positions = [new("poll", "2"), new("users", null)] });

        (await Store.FindPositionAsync(Acme, "poll", default)).Should().Be("2");
        (await Store.FindPositionAsync(Acme, "users", default)).Should().BeNull();
        (await Store.FindPositionAsync(Globex, "poll", default)).Should().BeNull();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Intents_stand_until_they_are_settled()
    {
        var first = new WriteIntent
        {
            Contact = "1",
            RecordType = RecordType.Lead,
            CrmId = "901",
            At = At.Noon,
            LayoutId = "layout",
            Local = new byte[] { 9 },
            Crm = new byte[] { 7, 8 },
            Before = new byte[] { 6 },
            ToLocal = [3],
            ToCrm = [0, 2],
        };
        var second = Intent("2", -1) with { Creates = SyncSide.Crm };
        await CommitAsync(commit => commit with { NewIntents = [first, second, Intent("crm:903", 1) with { Creates = SyncSide.Local }] });

        var intents = await OpenAnother().ReadIntentsAsync(Acme, ["1", "2", "3"], default);

        intents.Select(intent => intent.Contact).Should().Equal("2", "1");
        intents[1].Should().BeEquivalentTo(first, options => options.ComparingByMembers<WriteIntent>()
            .Excluding(intent => intent.Local).Excluding(intent => intent.Crm).Excluding(intent => intent.Before));
        intents[1].Local.ToArray().Concat(intents[1].Crm.ToArray()).Concat(intents[1].Before.ToArray()).Should().Equal(9, 7, 8, 6);
        (await Store.ReadIntentsAsync(Acme, null, default)).Should().ContainSingle(intent => intent.Contact == "2");
        (await Store.ReadIntentsAsync(Globex, ["1", "2"], default)).Should().BeEmpty();
        await CommitAsync(commit => commit with { SettledIntents = ["2"] });
        (await Store.ReadIntentsAsync(Acme, ["1", "2", "crm:903"], default)).Select(intent => intent.Contact).Should().Equal("1", "crm:903");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task An_intent_of_the_same_contact_is_replaced_and_an_old_one_is_dropped_with_the_journal()
    {
        await CommitAsync(commit => commit with { NewIntents = [Intent("1", 0), Intent("2", 0)] });
        await CommitAsync(commit => commit with { NewIntents = [Intent("1", 5) with { ToCrm = [4] }] });

        await Store.TrimJournalAsync(At.Minute(1), default);

        (await Store.ReadIntentsAsync(Acme, ["1", "2"], default)).Should().ContainSingle().Which.ToCrm.Should().Equal(4);
    }

    [Fact]
    public async Task Owner_pairs_are_replaced_as_a_whole_or_left()
    {
        await CommitAsync(commit => commit with { OwnerPairs = [new("u1", "o1"), new("u2", "o2")] });
        await CommitAsync(commit => commit);
        (await Store.ReadOwnerPairsAsync(Acme, default)).Should().Equal(new OwnerPair("u1", "o1"), new OwnerPair("u2", "o2"));

        var named = new OwnerPair("u3", "o3") { OwnerEmail = "ada@example.com", OwnerName = "Ada Byron" };
        await CommitAsync(commit => commit with { OwnerPairs = [named] });

        (await Store.ReadOwnerPairsAsync(Acme, default)).Should().Equal(named);
    }

    [Fact]
    public async Task An_issue_met_again_keeps_its_first_time_and_one_not_met_again_is_gone()
    {
        await CommitAsync(commit => commit with
        {
            Replanned = ["1"],
            Issues = [Issue("1", IssueCode.ValueTooLong, "Notes"), Issue("1", IssueCode.NotAnOption, "Tier")],
        });

        await CommitAsync(
            commit => commit with
            {
                Replanned = ["1"],
                Issues = [Issue("1", IssueCode.ValueTooLong, "Notes") with { At = At.Minute(8), Message = "Still." }],
            },
            at: At.Minute(8));

        (await Store.ReadIssuesAsync(Acme, new IssueQuery(), default)).Should().Equal(
            Issue("1", IssueCode.ValueTooLong, "Notes") with { Message = "Still." });
    }

    [Fact]
    public async Task Issues_of_contacts_that_were_not_planned_stay()
    {
        await CommitAsync(commit => commit with
        {
            Replanned = ["1", "crm:901"],
            Issues = [Issue("1", IssueCode.InvalidPhone, "Phone"), Issue(null, IssueCode.MatchAmbiguous, null) with { CrmId = "901" }],
        });

        await CommitAsync(commit => commit with { Replanned = ["1"] });

        (await Store.ReadIssuesAsync(Acme, new IssueQuery(), default)).Should().ContainSingle(issue => issue.CrmId == "901");
        await CommitAsync(commit => commit with { Replanned = ["crm:901"] });
        (await Store.ReadIssuesAsync(Acme, new IssueQuery(), default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Contacts_that_wait_with_an_issue_are_noticed_again_and_no_others()
    {
        await CommitAsync(commit => commit with
        {
            Issues =
            [
                Issue(null, IssueCode.FieldMissing, "City"),
                Issue("1", IssueCode.FieldMissing, "City"),
                Issue("2", IssueCode.KeyShared, null),
                Issue("3", IssueCode.KeyShared, null) with { CrmId = "903" },
                Issue(null, IssueCode.MatchAmbiguous, null) with { CrmId = "904" },
                Issue("5", IssueCode.InvalidPhone, "Phone"),
                Issue(null, IssueCode.MatchAmbiguous, null) with { CrmId = "906", RecordType = RecordType.Lead },
                Issue("7", IssueCode.MatchAmbiguous, null) with { CrmId = "907", RecordType = RecordType.Lead },
            ],
        });

        await CommitAsync(commit => commit with { Replan = [IssueCode.FieldMissing, IssueCode.KeyShared, IssueCode.MatchAmbiguous] });

        (await Store.ReadNoticesAsync(Acme, At.Noon, 10, default)).Select(static notice => $"{notice.Side} {notice.RecordType} {notice.Id}")
            .Should().BeEquivalentTo("Local Contact 1", "Local Contact 2", "Crm Contact 904", "Crm Lead 906", "Local Contact 7");
    }

    [Fact]
    public async Task Issues_come_newest_first_and_as_asked_for()
    {
        await CommitAsync(commit => commit with
        {
            Issues =
            [
                Issue("1", IssueCode.InvalidPhone, "Phone"),
                Issue("2", IssueCode.InvalidPhone, "Phone") with { At = At.Minute(2) },
                Issue("2", IssueCode.Quarantined, null) with { At = At.Minute(1) },
            ],
        });

        (await IssuesAsync(new IssueQuery())).Should().Equal("2 InvalidPhone", "2 Quarantined", "1 InvalidPhone");
        (await IssuesAsync(new IssueQuery { LocalId = "2" })).Should().Equal("2 InvalidPhone", "2 Quarantined");
        (await IssuesAsync(new IssueQuery { Code = IssueCode.InvalidPhone })).Should().Equal("2 InvalidPhone", "1 InvalidPhone");
        (await IssuesAsync(new IssueQuery { LocalId = "2", Code = IssueCode.Quarantined })).Should().Equal("2 Quarantined");
        (await IssuesAsync(new IssueQuery { Size = 1 })).Should().Equal("2 InvalidPhone");
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Issues_about_several_are_found_by_each_of_them_and_closed_one_by_one()
    {
        var shared = Issue("1", IssueCode.KeyShared, null) with { Others = ["2", "crm:903"] };
        var claimed = Issue(null, IssueCode.MatchClaimed, null) with { CrmId = "904", RecordType = RecordType.Lead, Others = ["1"] };
        var own = Issue("2", IssueCode.InvalidPhone, "Phone");
        await CommitAsync(commit => commit with { Issues = [shared, claimed, own, Issue("3", IssueCode.InvalidPhone, "Phone")] });

        (await Store.ReadIssuesAboutAsync(Acme, ["crm:903"], default)).Should().Equal(shared);
        (await Store.ReadIssuesAboutAsync(Acme, ["1", "2"], default)).Should().Equal(shared, claimed, own);
        (await Store.ReadIssuesAboutAsync(Globex, ["1", "2"], default)).Should().BeEmpty();

        await CommitAsync(commit => commit with { Issues = [shared with { Others = ["crm:903"] }], ClosedIssues = [claimed] });
        (await Store.ReadIssuesAboutAsync(Acme, ["1", "2", "crm:904"], default)).Should().Equal(shared with { Others = ["crm:903"] }, own);
        (await Store.ReadIssuesAboutAsync(Acme, ["2"], default)).Should().Equal(own);

        await CommitAsync(commit => commit with { Replanned = ["1"] });
        (await Store.ReadIssuesAboutAsync(Acme, ["crm:903"], default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X8")]
    public async Task The_journal_tells_what_was_decided_and_from_what()
    {
        var entry = Entry("1", 0) with
        {
            CrmId = "901",
            Field = "Company",
            Written = SyncSide.Crm,
            Local = "Acme",
            Crm = FieldValue.Blank,
            AgreedLocal = "Initech",
            Evidence = new(ChangeTime.OfField(At.Minute(-2)), ChangeTime.OfRecord(At.Minute(-1))),
            Stamp = "stamp",
        };

        await CommitAsync(commit => commit with { Journal = [Entry("1", -5), entry, Entry("2", 0)] });

        (await Store.ReadJournalAsync(Acme, "1", 10, default)).Should().Equal(entry, Entry("1", -5));
        (await Store.ReadJournalAsync(Acme, "1", 1, default)).Should().Equal(entry);
    }

    [Fact, Trait("Rule", "S8")]
    public async Task The_journal_is_trimmed_before_an_instant()
    {
        await CommitAsync(commit => commit with { Journal = [Entry("1", 0), Entry("1", 1), Entry("1", 2)] });

        (await Store.TrimJournalAsync(At.Minute(1), default)).Should().Be(1);

        (await Store.ReadJournalAsync(Acme, "1", 10, default)).Should().Equal(Entry("1", 2), Entry("1", 1));
    }

    [Fact, Trait("Rule", "S8")]
    public async Task Erasing_leaves_a_tombstone_and_entries_without_values()
    {
        await CommitAsync(commit => commit with
        {
            Links = [Link("1", "901") with { LocalVersion = "3", LocalBase = new byte[] { 1 }, SettledStamp = "s" }, Link("2", "902")],
            NewIntents = [Intent("1", 0), Intent("crm:901", 0)],
            Issues = [Issue("1", IssueCode.InvalidPhone, "Phone"), Issue(null, IssueCode.MatchClaimed, null) with { CrmId = "901" }],
            Journal = [Entry("1", 0) with { Local = "Ada", Crm = "Augusta" }],
        });

        await Store.EraseAsync(Acme, "1", default);

        ShouldBe(await ReadByLocalIdAsync("1"), Link("1", "901") with { IsTombstone = true });
        (await Store.ReadJournalAsync(Acme, "1", 10, default)).Should().Equal(Entry("1", 0) with { IsErased = true });
        (await Store.ReadIssuesAsync(Acme, new IssueQuery(), default)).Should().BeEmpty();
        (await Store.ReadIntentsAsync(Acme, ["1", "crm:901"], default)).Should().BeEmpty();
        (await ReadByLocalIdAsync("2")).Should().ContainSingle(link => !link.IsTombstone);
    }

    private static SyncIssue Issue(string? localId, IssueCode code, string? field) =>
        new() { Code = code, LocalId = localId, Field = field, Message = "Look.", At = At.Noon };

    private static JournalEntry Entry(string localId, int minute) =>
        new() { At = At.Minute(minute), LocalId = localId, Reason = PlanReason.LocalChanged };

    private static WriteIntent Intent(string contact, int minute) =>
        new() { Contact = contact, At = At.Minute(minute), LayoutId = "layout" };

    private async Task<IEnumerable<string>> IssuesAsync(IssueQuery query) =>
        (await Store.ReadIssuesAsync(Acme, query, default)).Select(issue => $"{issue.LocalId} {issue.Code}");
}

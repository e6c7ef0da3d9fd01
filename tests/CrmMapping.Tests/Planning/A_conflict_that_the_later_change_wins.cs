using NodaTime;

namespace CrmMapping.Tests.Planning;

public sealed class A_conflict_that_the_later_change_wins
{
    public enum Known
    {
        Nothing,
        RecordAtNoon,
        RecordAtOne,
        FieldAtNoon,
        FieldAtOne,
    }

    [Theory, Trait("Rule", "X2b")]
    [InlineData(Known.Nothing, Known.Nothing, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.FieldAtOne, Known.Nothing, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.FieldAtOne, Known.RecordAtNoon, EvidenceRule.RecordTimes, ConflictWinner.Local)]
    [InlineData(Known.FieldAtOne, Known.RecordAtNoon, EvidenceRule.FieldTimes, ConflictWinner.Crm)]
    [InlineData(Known.FieldAtOne, Known.RecordAtOne, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.FieldAtNoon, Known.RecordAtOne, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.FieldAtOne, Known.FieldAtNoon, EvidenceRule.RecordTimes, ConflictWinner.Local)]
    [InlineData(Known.FieldAtOne, Known.FieldAtNoon, EvidenceRule.FieldTimes, ConflictWinner.Local)]
    [InlineData(Known.FieldAtNoon, Known.FieldAtNoon, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.FieldAtNoon, Known.FieldAtOne, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.RecordAtOne, Known.FieldAtNoon, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.RecordAtOne, Known.RecordAtNoon, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.RecordAtOne, Known.Nothing, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    [InlineData(Known.Nothing, Known.RecordAtNoon, EvidenceRule.RecordTimes, ConflictWinner.Crm)]
    public void Goes_to_the_local_side_only_where_the_times_prove_it(Known local, Known crm, EvidenceRule rule, ConflictWinner winner)
    {
        var (field, record) = Times(local);
        var (crmField, crmRecord) = Times(crm);
        var scenario = A.Ada(m => m.Resolve(ConflictPolicy.LatestWins)).Evidence(rule)
            .LocalChanges(c => c.FirstName = "local", field).CrmChanges("firstname", "crm", crmField);
        scenario = record is { } then ? scenario.LocalModified(then) : scenario;
        scenario = crmRecord is { } there ? scenario.CrmModified(there) : scenario;

        scenario.Plan().Conflicts.Single().Winner.Should().Be(winner);
    }

    [Fact, Trait("Rule", "X2b")]
    public void Records_the_evidence_it_had() =>
        A.Ada(m => m.Resolve(ConflictPolicy.LatestWins))
            .LocalChanges(c => c.FirstName = "local", At.OneOClock).CrmChanges("firstname", "crm").CrmModified(At.Noon).Plan()
            .Conflicts.Single().Should().BeEquivalentTo(new
            {
                Reason = ConflictReason.Later,
                Evidence = new FieldEvidence(ChangeTime.OfField(At.OneOClock), ChangeTime.OfRecord(At.Noon)),
            });

    [Fact, Trait("Rule", "F2a"), Trait("Rule", "X2b")]
    public void Dates_a_computed_value_by_the_latest_of_its_sources() =>
        A.Pair(m =>
            {
                m.Map(c => c.FirstName).To("firstname");
                m.Map(c => c.Company).To("company").ChangedBy(c => c.FirstName, c => c.Notes!).Resolve(ConflictPolicy.LatestWins);
                m.Field(c => c.Notes);
            })
            .LocalChanges(c => c.Company = "local").LocalChanges(c => c.Notes = "why", At.OneOClock)
            .CrmChanges("company", "crm", At.Noon).Plan()
            .Writes().Should().Equal("→ company \"local\"");

    [Theory, Trait("Rule", "X2b")]
    [InlineData(11, false, true)]
    [InlineData(11, true, false)]
    [InlineData(13, false, false)] // later than anything the CRM did: proved already
    [InlineData(null, false, false)] // without a time of its own the local side cannot win
    public void Asks_for_the_crms_own_time_where_it_could_change_the_decision(int? localHour, bool historyWasRead, bool asks)
    {
        var sides = new TwoSides(new TestMap(m => m.Map(c => c.FirstName).To("firstname").Resolve(ConflictPolicy.LatestWins)));
        sides.Local.FirstName = "local";
        sides.Crm["firstname"] = "crm";
        var evidence = new RecordEvidence
        {
            CrmModifiedAt = At.Noon,
            HistoryWasRead = historyWasRead,
            LocalFields = localHour is { } hour
                ? new Dictionary<string, Instant> { ["FirstName"] = At.Noon + Duration.FromHours(hour - 12) }
                : null,
        };

        sides.Plan(evidence).NeedsFieldTimes.Should().Be(asks);
    }

    private static (Instant? Field, Instant? Record) Times(Known known) => known switch
    {
        Known.RecordAtNoon => (null, At.Noon),
        Known.RecordAtOne => (null, At.OneOClock),
        Known.FieldAtNoon => (At.Noon, null),
        Known.FieldAtOne => (At.OneOClock, null),
        _ => (null, null),
    };
}

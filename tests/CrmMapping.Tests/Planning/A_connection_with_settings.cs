namespace CrmMapping.Tests.Planning;

public sealed class A_connection_with_settings
{
    private static readonly CrmTraits HighLevelLike = new() { DefaultCreation = SyncFlow.BothWays, DefaultUpdate = SyncFlow.FromCrm };

    [Theory, Trait("Rule", "D2"), Trait("Rule", "D4")]
    [InlineData(SyncDirection.Bidirectional, SyncFlow.BothWays, "→ firstname \"Ada L.\"")]
    [InlineData(SyncDirection.Bidirectional, SyncFlow.FromCrm, null)]
    [InlineData(SyncDirection.ToCrm, SyncFlow.BothWays, "→ firstname \"Ada L.\"")]
    [InlineData(SyncDirection.ToCrm, SyncFlow.FromCrm, null)]
    [InlineData(SyncDirection.FromCrm, SyncFlow.BothWays, null)]
    public void Sends_a_local_update_only_where_mapping_and_setting_allow_it(SyncDirection direction, SyncFlow update, string? write) =>
        A.Ada(m => m.Turned(direction)).ContactUpdate(update).LocalChanges(c => c.FirstName = "Ada L.").Plan()
            .Writes().Should().Equal(write is null ? [] : [write]);

    [Fact, Trait("Rule", "D4"), Trait("Rule", "X2")]
    public void Knows_no_conflict_where_updates_only_come_from_the_crm()
    {
        var plan = A.Ada(m => m.Resolve(ConflictPolicy.LocalWins)).ContactUpdate(SyncFlow.FromCrm)
            .LocalChanges(c => c.FirstName = "Ada L.").CrmChanges("firstname", "Augusta").Plan();

        plan.Writes().Should().Equal("← FirstName \"Augusta\"");
        plan.Conflicts.Should().BeEmpty();
    }

    [Theory, Trait("Rule", "D2")]
    [InlineData(SyncFlow.BothWays, null, true)]
    [InlineData(SyncFlow.FromCrm, null, false)]
    [InlineData(SyncFlow.FromCrm, SyncFlow.BothWays, true)]
    [InlineData(SyncFlow.BothWays, SyncFlow.FromCrm, false)]
    public void Lets_activity_tracking_follow_updates_unless_it_says_otherwise(SyncFlow update, SyncFlow? tracking, bool isSent)
    {
        var scenario = A.Pair(m => m.Map(c => c.CallCount).To("calls").TracksActivity())
            .ContactUpdate(update).LocalChanges(c => c.CallCount = 3);

        (tracking is { } flow ? scenario.ActivityTracking(flow) : scenario).Plan().WritesToCrm.Any().Should().Be(isSent);
    }

    [Theory, Trait("Rule", "D3")]
    [InlineData(SyncFlow.BothWays, PlanKind.CreateInCrm)]
    [InlineData(SyncFlow.FromCrm, PlanKind.Nothing)]
    public void Creates_in_the_crm_only_where_creation_runs_both_ways(SyncFlow creation, PlanKind kind) =>
        A.Pair(static _ => { }).OnlyLocal().ContactCreation(creation).LocalChanges(c => c.Phone = "+14155550123").Plan()
            .Kind.Should().Be(kind);

    [Theory, Trait("Rule", "D3")]
    [InlineData(SyncFlow.BothWays)]
    [InlineData(SyncFlow.FromCrm)]
    public void Creates_locally_whichever_way_creation_runs(SyncFlow creation) =>
        A.Pair(static _ => { }).OnlyInCrm().ContactCreation(creation).CrmChanges("phone", "+14155550123").Plan()
            .Writes().Should().Equal("← Phone \"+14155550123\"");

    [Fact, Trait("Rule", "D2")]
    public void Adopts_a_record_by_the_rule_for_updates() =>
        A.Pair(m => m.Map(c => c.FirstName).To("firstname").ToCrm()).FirstLink().ContactCreation(SyncFlow.BothWays).ContactUpdate(SyncFlow.FromCrm)
            .LocalChanges(c => c.FirstName = "Ada").Plan().Writes().Should().BeEmpty();

    [Fact, Trait("Rule", "D2")]
    public void Creates_by_the_rule_for_creation_even_where_updates_only_come_from_the_crm() =>
        A.Pair(m => m.Map(c => c.FirstName).To("firstname"), HighLevelLike).OnlyLocal().LocalChanges(c => c.FirstName = "Ada").Plan()
            .Writes().Should().Equal("→ firstname \"Ada\"");

    [Fact, Trait("Rule", "O5")]
    public void Asks_the_crm_what_changed_once_a_minute_where_it_says_nothing() =>
        new ConnectionSettings().PollInterval.Should().Be(NodaTime.Duration.FromSeconds(60));

    [Fact, Trait("Rule", "D5")]
    public void Takes_the_defaults_of_the_crm_where_it_says_nothing()
    {
        EffectiveSettings.Of(new ConnectionSettings(), new CrmTraits()).Should().BeEquivalentTo(
            new { Creation = SyncFlow.FromCrm, Update = SyncFlow.BothWays, Tracking = SyncFlow.BothWays });
        EffectiveSettings.Of(new ConnectionSettings(), HighLevelLike).Should().BeEquivalentTo(
            new { Creation = SyncFlow.BothWays, Update = SyncFlow.FromCrm, Tracking = SyncFlow.FromCrm });
        EffectiveSettings.Of(new ConnectionSettings { ContactUpdate = SyncFlow.BothWays }, HighLevelLike).Should().BeEquivalentTo(
            new { Creation = SyncFlow.BothWays, Update = SyncFlow.BothWays, Tracking = SyncFlow.BothWays });
    }
}

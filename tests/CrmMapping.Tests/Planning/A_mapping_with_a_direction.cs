namespace CrmMapping.Tests.Planning;

public sealed class A_mapping_with_a_direction
{
    [Theory, Trait("Rule", "D1")]
    [InlineData(SyncDirection.Bidirectional, "→ firstname \"Ada L.\"")]
    [InlineData(SyncDirection.ToCrm, "→ firstname \"Ada L.\"")]
    [InlineData(SyncDirection.FromCrm, null)]
    public void Carries_a_local_change_only_where_it_points_to_the_crm(SyncDirection direction, string? write) =>
        A.Ada(m => m.Turned(direction)).LocalChanges(c => c.FirstName = "Ada L.").Plan()
            .Writes().Should().Equal(write is null ? [] : [write]);

    [Theory, Trait("Rule", "D1")]
    [InlineData(SyncDirection.Bidirectional, "← FirstName \"Augusta\"")]
    [InlineData(SyncDirection.FromCrm, "← FirstName \"Augusta\"")]
    [InlineData(SyncDirection.ToCrm, null)]
    public void Carries_a_change_of_the_crm_only_where_it_comes_from_there(SyncDirection direction, string? write) =>
        A.Ada(m => m.Turned(direction)).CrmChanges("firstname", "Augusta").Plan()
            .Writes().Should().Equal(write is null ? [] : [write]);

    [Fact, Trait("Rule", "D1"), Trait("Rule", "O3")]
    public void Is_not_turned_round_by_a_sync_by_hand()
    {
        A.Ada(m => m.ToCrm()).CrmChanges("firstname", "Augusta").SyncedByHand().Plan().Writes().Should().BeEmpty();
        A.Ada(m => m.FromCrm()).LocalChanges(c => c.FirstName = "Ada L.").SyncedByHand().Plan().Writes().Should().BeEmpty();
    }

    [Theory, Trait("Rule", "D1"), Trait("Rule", "X2")]
    [InlineData(SyncDirection.ToCrm, "→ firstname \"Ada L.\"")]
    [InlineData(SyncDirection.FromCrm, "← FirstName \"Augusta\"")]
    public void Knows_no_conflict_where_it_runs_one_way(SyncDirection direction, string write)
    {
        var plan = A.Ada(m => m.Turned(direction))
            .LocalChanges(c => c.FirstName = "Ada L.").CrmChanges("firstname", "Augusta").Plan();

        plan.Writes().Should().Equal(write);
        plan.Conflicts.Should().BeEmpty();
    }

    [Theory, Trait("Rule", "X6")]
    [InlineData(SyncDirection.ToCrm)]
    [InlineData(SyncDirection.FromCrm)]
    public void Leaves_drift_alone_and_takes_it_for_the_base(SyncDirection direction)
    {
        var ada = A.Ada(m => m.Turned(direction));
        var plan = direction == SyncDirection.ToCrm
            ? ada.CrmChanges("firstname", "Augusta").Plan()
            : ada.LocalChanges(c => c.FirstName = "Augusta").Plan();

        plan.Decisions.Single().Should().BeEquivalentTo(new { Reason = PlanReason.Drift, Written = (SyncSide?)null });
        (plan.Decisions[0].NextLocal == plan.Decisions[0].Local, plan.Decisions[0].NextCrm == plan.Decisions[0].Crm).Should().Be((true, true));
    }

    [Fact, Trait("Rule", "X6")]
    public void Ends_the_drift_with_the_next_change_of_its_source() =>
        A.Ada(m => m.ToCrm()).LastAgreedInCrm("firstname", "Drifted").LocalChanges(c => c.FirstName = "Ada L.").Plan()
            .Writes().Should().Equal("→ firstname \"Ada L.\"");

    [Theory, Trait("Rule", "X6")]
    [InlineData(false, null)]
    [InlineData(true, "→ firstname \"Ada\"")]
    public void Lists_the_drift_that_it_is_opened_to_only_where_it_is_applied_to_existing_contacts(bool isApplied, string? write)
    {
        // → met "Drifted" in the CRM and took it for the base; it runs both ways now.
        var sides = new TwoSides(new TestMap(m => m.Map(c => c.FirstName).To("firstname").Resolve(ConflictPolicy.LocalWins)));
        var (local, crm) = (new RecordBuffer(2), new RecordBuffer(2));
        local.Set(1, FieldValue.Of("Ada"));
        crm.Set(1, FieldValue.Of("Drifted"));
        var context = new PlanContext(sides.Context.Map, sides.Context.Settings, OwnerPairing.None, sides.Context.Canonical)
        {
            Backfill = isApplied ? new HashSet<int> { 1 } : null,
        };

        var plan = SyncPlanner.Plan(new PlanInput { Context = context, AgreedLocal = local, AgreedCrm = crm, Local = local, Crm = crm });

        plan.Writes().Should().Equal(write is null ? [] : [write]);
    }

    [Fact, Trait("Rule", "X6")]
    public void Sets_drift_right_where_it_says_Enforce()
    {
        A.Ada(m => m.ToCrm().Enforce()).CrmChanges("firstname", "Augusta").Plan()
            .Writes().Should().Equal("→ firstname \"Ada\"");
        A.Ada(m => m.FromCrm().Enforce()).LocalChanges(c => c.FirstName = null).Plan()
            .Writes().Should().Equal("← FirstName \"Ada\"");
    }

    [Fact, Trait("Rule", "D2")]
    public void Enforces_nothing_where_the_connection_lets_nothing_through() =>
        A.Ada(m => m.ToCrm().Enforce()).ContactUpdate(SyncFlow.FromCrm).CrmChanges("firstname", "Augusta").Plan()
            .Writes().Should().BeEmpty();
}

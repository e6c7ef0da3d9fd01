namespace CrmMapping.Tests.Planning;

public sealed class A_pair_linked_for_the_first_time
{
    [Theory, Trait("Rule", "X1"), Trait("Rule", "F2")]
    [InlineData(SyncDirection.Bidirectional, "Ada", "", "→ firstname \"Ada\"")]
    [InlineData(SyncDirection.Bidirectional, "", "Ada", "← FirstName \"Ada\"")]
    [InlineData(SyncDirection.Bidirectional, "Ada", "Augusta", "← FirstName \"Augusta\"")]
    [InlineData(SyncDirection.Bidirectional, "Ada", "Ada", null)]
    [InlineData(SyncDirection.Bidirectional, "", "", null)]
    [InlineData(SyncDirection.ToCrm, "Ada", "Augusta", "→ firstname \"Ada\"")]
    [InlineData(SyncDirection.ToCrm, "Ada", "", "→ firstname \"Ada\"")]
    [InlineData(SyncDirection.ToCrm, "", "Augusta", null)]
    [InlineData(SyncDirection.FromCrm, "Ada", "Augusta", "← FirstName \"Augusta\"")]
    [InlineData(SyncDirection.FromCrm, "Ada", "", null)]
    [InlineData(SyncDirection.FromCrm, "", "Augusta", "← FirstName \"Augusta\"")]
    public void Is_brought_together_and_no_blank_overwrites_a_value(SyncDirection direction, string local, string crm, string? write) =>
        Link(m => m.Turned(direction), local, crm).Writes().Should().Equal(write is null ? [] : [write]);

    [Theory, Trait("Rule", "X1")]
    [InlineData(SyncDirection.Bidirectional, 1)]
    [InlineData(SyncDirection.ToCrm, 0)]
    [InlineData(SyncDirection.FromCrm, 0)]
    public void Has_a_conflict_only_where_two_values_may_go_both_ways(SyncDirection direction, int conflicts) =>
        Link(m => m.Turned(direction), "Ada", "Augusta").Conflicts.Should().HaveCount(conflicts);

    [Fact, Trait("Rule", "X2a")]
    public void Lets_a_blank_overwrite_where_that_was_asked_for()
    {
        Link(m => m.ToCrm().Blanks(toCrm: BlankRule.Always), "", "Augusta").Writes().Should().Equal("→ firstname blank");
        Link(m => m.Blanks(toLocal: BlankRule.Always).Resolve(ConflictPolicy.CrmWins), "Ada", "").Writes().Should().Equal("← FirstName blank");
    }

    [Fact, Trait("Rule", "X1")]
    public void Goes_on_waiting_for_a_person_after_it_was_linked()
    {
        var sides = new TwoSides(new TestMap(m => m.Map(c => c.FirstName).To("firstname").Resolve(ConflictPolicy.Manual)));
        sides.Local.FirstName = "Ada";
        sides.Crm["firstname"] = "Augusta";

        sides.Sync();
        sides.Sync().IssueCodes().Should().Equal(IssueCode.ConflictParked);

        sides.Crm["firstname"] = "Ada";
        sides.Sync().Issues.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X1"), Trait("Rule", "X2a")]
    public void Goes_on_waiting_for_a_person_also_where_one_value_is_a_blank_that_counts()
    {
        var sides = new TwoSides(new TestMap(m => m.Map(c => c.FirstName).To("firstname")
            .Resolve(ConflictPolicy.Manual).Blanks(toLocal: BlankRule.Always)));
        sides.Local.FirstName = "Ada";

        sides.Sync();

        sides.Sync().IssueCodes().Should().Equal(IssueCode.ConflictParked);
    }

    [Fact, Trait("Rule", "F2a")]
    public void Concludes_nothing_from_what_cannot_be_read() =>
        A.Pair(m => m.Map(c => c.FirstName).To("firstname")).FirstLink()
            .LocalChanges(c => c.FirstName = "Ada").CrmChanges("firstname", FieldValue.Unknown).Plan()
            .Why("FirstName").Should().BeNull();

    [Fact, Trait("Rule", "X1"), Trait("Rule", "F3")]
    public void Takes_a_text_that_was_cut_to_fit_for_the_same()
    {
        var plan = A.Pair(m => m.Map(c => c.FirstName).To("firstname").Truncate()).FirstLink().CrmField(A.Text("firstname", 4))
            .LocalChanges(c => c.FirstName = "Augusta").CrmChanges("firstname", "Augu").Plan();

        plan.Why("FirstName").Should().Be(PlanReason.Agreed);
    }

    private static ContactPlan Link(Action<IMappingBuilder<Contact, string?>> firstName, string local, string crm) =>
        A.Pair(m => firstName(m.Map(c => c.FirstName).To("firstname"))).FirstLink()
            .LocalChanges(c => c.FirstName = local).CrmChanges("firstname", crm).Plan();
}

namespace CrmMapping.Tests.Planning;

public sealed class A_blank
{
    [Theory, Trait("Rule", "F2"), Trait("Rule", "X2a")]
    [InlineData(BlankRule.WhenChanged, "→ firstname blank")]
    [InlineData(BlankRule.Always, "→ firstname blank")]
    [InlineData(BlankRule.Never, null)]
    public void Of_the_local_side_goes_to_the_crm_by_its_rule(BlankRule rule, string? write) =>
        A.Ada(m => m.Blanks(toCrm: rule)).LocalChanges(c => c.FirstName = "  ").Plan()
            .Writes().Should().Equal(write is null ? [] : [write]);

    [Theory, Trait("Rule", "F2"), Trait("Rule", "X2a")]
    [InlineData(BlankRule.WhenChanged, "← FirstName blank")]
    [InlineData(BlankRule.Always, "← FirstName blank")]
    [InlineData(BlankRule.Never, null)]
    public void Of_the_crm_goes_to_the_local_side_by_its_rule(BlankRule rule, string? write) =>
        A.Ada(m => m.Blanks(toLocal: rule)).CrmChanges("firstname", null).Plan()
            .Writes().Should().Equal(write is null ? [] : [write]);

    [Fact, Trait("Rule", "X2a")]
    public void Has_a_rule_of_its_own_in_each_direction() =>
        A.Ada(m => m.Blanks(toCrm: BlankRule.Never)).CrmChanges("firstname", "").Plan()
            .Writes().Should().Equal("← FirstName blank");

    [Fact, Trait("Rule", "F2")]
    public void Never_overwrites_where_the_mapping_says_KeepWhenBlank()
    {
        A.Ada(m => m.KeepWhenBlank()).LocalChanges(c => c.FirstName = null).Plan().Writes().Should().BeEmpty();
        A.Ada(m => m.KeepWhenBlank()).CrmChanges("firstname", " ").Plan().Writes().Should().BeEmpty();
    }

    [Theory, Trait("Rule", "X2a")]
    [InlineData(true, "← FirstName \"Augusta\"")]
    [InlineData(false, "→ firstname \"Ada L.\"")]
    public void That_may_not_overwrite_gives_way_in_a_conflict_though_its_side_wins(bool localIsBlank, string write)
    {
        var plan = A.Ada(m => m.KeepWhenBlank().Resolve(localIsBlank ? ConflictPolicy.LocalWins : ConflictPolicy.CrmWins))
            .LocalChanges(c => c.FirstName = localIsBlank ? null : "Ada L.")
            .CrmChanges("firstname", localIsBlank ? "Augusta" : null).Plan();

        plan.Writes().Should().Equal(write);
        plan.Conflicts.Single().Reason.Should().Be(ConflictReason.OtherIsBlank);
    }

    // The named rules of a well-known connector, as the documentation of ConflictPolicy lists them.
    [Theory, Trait("Rule", "X2a")]
    [InlineData("prefer the CRM unless blank", "Ada L.", "Augusta", "← FirstName \"Augusta\"")]
    [InlineData("prefer the CRM unless blank", "Ada L.", "", "→ firstname \"Ada L.\"")]
    [InlineData("always use the CRM", "Ada L.", "Augusta", "← FirstName \"Augusta\"")]
    [InlineData("always use the CRM", "Ada L.", "Ada", "← FirstName \"Ada\"")]
    [InlineData("always use the CRM", "Ada L.", "", "← FirstName blank")]
    [InlineData("two-way", "Ada L.", "Ada", "→ firstname \"Ada L.\"")]
    [InlineData("two-way", "Ada L.", "Augusta", "→ firstname \"Ada L.\"")]
    public void Behaves_as_the_named_rules_of_connectors_say(string rule, string local, string crm, string write)
    {
        Action<IMappingBuilder<Contact, string?>> mapping = rule switch
        {
            "prefer the CRM unless blank" => static m => m.Resolve(ConflictPolicy.CrmWinsUnlessBlank),
            "always use the CRM" => static m => m.FromCrm().Enforce(),
            _ => static m => m.Resolve(ConflictPolicy.LatestWins),
        };

        A.Ada(mapping).LocalChanges(c => c.FirstName = local, At.OneOClock).CrmChanges("firstname", crm, At.Noon).Plan()
            .Writes().Should().Equal(write);
    }

    [Fact, Trait("Rule", "X1"), Trait("Rule", "F2")]
    public void Corresponds_to_what_the_converter_says_it_is() =>
        A.Pair(m => m.Map(c => c.Company).To("company").Resolve(ConflictPolicy.Manual).Convert(
                static local => local.IsBlank ? "none" : local, static crm => crm == "none" ? FieldValue.Blank : crm))
            .LastAgreed(c => c.Company = "Engines").LocalChanges(c => c.Company = null).CrmChanges("company", "none").Plan()
            .Why("Company").Should().Be(PlanReason.Agreed);
}

namespace CrmMapping.Tests.Planning;

public sealed class A_field_changed_on_both_sides
{
    private const string Blank = "";

    public static TheoryData<ConflictPolicy, string, string, string> Policies => new()
    {
        { ConflictPolicy.CrmWins, "local", "crm", "← FirstName \"crm\"" },
        { ConflictPolicy.CrmWins, "local", Blank, "← FirstName blank" },
        { ConflictPolicy.LocalWins, "local", "crm", "→ firstname \"local\"" },
        { ConflictPolicy.LocalWins, Blank, "crm", "→ firstname blank" },
        { ConflictPolicy.CrmWinsUnlessBlank, "local", "crm", "← FirstName \"crm\"" },
        { ConflictPolicy.CrmWinsUnlessBlank, "local", Blank, "→ firstname \"local\"" },
        { ConflictPolicy.LocalWinsUnlessBlank, "local", "crm", "→ firstname \"local\"" },
        { ConflictPolicy.LocalWinsUnlessBlank, Blank, "crm", "← FirstName \"crm\"" },
        { ConflictPolicy.LatestWins, "local", "crm", "← FirstName \"crm\"" },
        { ConflictPolicy.Custom("longer", c => c.Local.Text!.Length > c.Crm.Text!.Length ? ConflictWinner.Local : ConflictWinner.Crm),
            "local", "crm", "→ firstname \"local\"" },
    };

    [Theory, Trait("Rule", "X2")]
    [MemberData(nameof(Policies))]
    public void Is_settled_by_its_policy(ConflictPolicy policy, string local, string crm, string write) =>
        Conflict(policy, local, crm).Plan().Writes().Should().Equal(write);

    [Fact, Trait("Rule", "X2")]
    public void Takes_the_crm_value_where_no_policy_is_said() =>
        A.Ada().LocalChanges(c => c.FirstName = "local").CrmChanges("firstname", "crm").Plan()
            .Writes().Should().Equal("← FirstName \"crm\"");

    [Fact, Trait("Rule", "X2")]
    public void Is_parked_as_an_issue_where_a_person_is_to_choose()
    {
        var plan = Conflict(ConflictPolicy.Manual, "local", "crm").Plan();

        plan.Writes().Should().BeEmpty();
        plan.IssueCodes().Should().Equal(IssueCode.ConflictParked);
        plan.Conflicts.Single().Winner.Should().Be(ConflictWinner.Parked);
        (plan.Decisions[0].NextLocal, plan.Decisions[0].NextCrm).Should().Be((FieldValue.Of("Ada"), FieldValue.Of("Ada")));
    }

    [Fact, Trait("Rule", "X1")]
    public void Is_no_conflict_where_both_came_to_the_same()
    {
        var plan = Conflict(ConflictPolicy.Manual, "same", "same").Plan();

        plan.Writes().Should().BeEmpty();
        plan.Conflicts.Should().BeEmpty();
        plan.Why("FirstName").Should().Be(PlanReason.Agreed);
    }

    [Fact, Trait("Rule", "X1"), Trait("Rule", "F1")]
    public void Is_no_conflict_where_the_two_are_spellings_of_one_value() =>
        A.Pair(m => m.Map(c => c.Email).To("email")).LastAgreed(c => c.Email = "ada@example.com")
            .LocalChanges(c => c.Email = "Ada.L@example.com").CrmChanges("email", "ADA.L@EXAMPLE.COM").Plan()
            .Why("Email").Should().Be(PlanReason.Agreed);

    [Fact, Trait("Rule", "X3")]
    public void Is_settled_by_the_policy_of_the_map_unless_the_field_has_its_own()
    {
        var plan = A.Pair(m =>
            {
                m.Map(c => c.FirstName).To("firstname");
                m.Map(c => c.Company).To("company").Resolve(ConflictPolicy.CrmWins);
                m.Resolve(ConflictPolicy.LocalWins);
            })
            .LocalChanges(c => { c.FirstName = "local"; c.Company = "local"; })
            .CrmChanges("firstname", "crm").CrmChanges("company", "crm").Plan();

        plan.Writes().Should().Equal("→ firstname \"local\"", "← Company \"crm\"");
    }

    [Fact, Trait("Rule", "X8")]
    public void Says_what_was_decided_from_what()
    {
        var decision = Conflict(ConflictPolicy.LatestWins, "local", "crm").LocalModified(At.Noon).CrmModified(At.OneOClock).Plan().Decisions.Single();

        decision.Should().BeEquivalentTo(new
        {
            Reason = PlanReason.CrmWon,
            Local = FieldValue.Of("local"),
            Crm = FieldValue.Of("crm"),
            AgreedLocal = FieldValue.Of("Ada"),
            AgreedCrm = FieldValue.Of("Ada"),
            Conflict = new ConflictDecision(ConflictWinner.Crm, ConflictReason.LaterOrUnproved, new(ChangeTime.OfRecord(At.Noon), ChangeTime.OfRecord(At.OneOClock))),
        }, static o => o.ComparingByValue<FieldValue>().ComparingByValue<ConflictDecision>());
    }

    [Fact, Trait("Rule", "F8")]
    public void Waits_for_a_person_where_the_policys_code_fails_and_the_other_fields_go_on()
    {
        var broken = ConflictPolicy.Custom("broken", static _ => throw new InvalidOperationException("Ada's secret"));
        var plan = A.Pair(m =>
            {
                m.Map(c => c.FirstName).To("firstname").Resolve(broken);
                m.Map(c => c.Company).To("company");
            })
            .LocalChanges(c => { c.FirstName = "local"; c.Company = "Engines"; }).CrmChanges("firstname", "crm").Plan();

        plan.Writes().Should().Equal("→ company \"Engines\"");
        plan.Issues.Should().ContainSingle(i => i.Code == IssueCode.CodeFailed && !i.Message.Contains("secret"));
    }

    [Fact, Trait("Rule", "X2")]
    public void Is_no_conflict_where_neither_side_may_be_written() =>
        A.Ada(m => m.FillWhenBlank().Resolve(ConflictPolicy.Manual))
            .LocalChanges(c => c.FirstName = "local").CrmChanges("firstname", "crm").Plan()
            .Why("FirstName").Should().Be(PlanReason.HeldBack);

    private static MappingScenario<Contact> Conflict(ConflictPolicy policy, string local, string crm) =>
        A.Ada(m => m.Resolve(policy)).LocalChanges(c => c.FirstName = local).CrmChanges("firstname", crm);
}

namespace CrmMapping.Tests.Planning;

public sealed class A_mapping_that_says_when_it_writes
{
    [Fact, Trait("Rule", "F2a")]
    public void Fills_blanks_alone_where_it_says_FillWhenBlank()
    {
        A.Ada(m => m.FillWhenBlank()).LocalChanges(c => c.FirstName = "Augusta").Plan().Writes().Should().BeEmpty();
        A.Ada(m => m.FillWhenBlank()).LastAgreedInCrm("firstname", "").LocalChanges(c => c.FirstName = "Augusta").Plan()
            .Writes().Should().Equal("→ firstname \"Augusta\"");
    }

    [Fact, Trait("Rule", "F2a")]
    public void Writes_only_into_what_is_created_where_it_says_OnCreateOnly()
    {
        A.Ada(m => m.OnCreateOnly()).LocalChanges(c => c.FirstName = "Augusta").Plan().Writes().Should().BeEmpty();
        A.Pair(m => m.Map(c => c.FirstName).To("firstname").OnCreateOnly()).OnlyInCrm().CrmChanges("firstname", "Ada").Plan()
            .Writes().Should().Equal("← FirstName \"Ada\"");
    }

    [Theory, Trait("Rule", "F2b")]
    [InlineData(false, "← MobilePhone \"+14155550123\"")]
    [InlineData(true, null)]
    public void Writes_where_its_condition_holds(bool doNotCall, string? write) =>
        Mobile().LastAgreed(c => c.DoNotCall = doNotCall).CrmChanges("mobile", "+14155550123").Plan()
            .Writes().Should().Equal(write is null ? [] : [write]);

    [Fact, Trait("Rule", "F2b")]
    public void Asks_its_condition_of_the_contact_as_the_other_writes_will_leave_it() =>
        Mobile().CrmChanges("do_not_call", "true").CrmChanges("mobile", "+14155550123").Plan()
            .Writes().Should().Equal("← DoNotCall \"true\"");

    [Theory, Trait("Rule", "F2b"), Trait("Rule", "X4")]
    [InlineData(false)]
    [InlineData(true)]
    public void Sees_also_what_another_condition_lets_through_in_whatever_order_they_stand(bool isFirst)
    {
        var plan = A.Pair(m =>
            {
                m.Map(c => c.Company).To("company");
                Action[] mappings =
                [
                    () => m.Map(c => c.DoNotCall).To("do_not_call").When(c => c.Company == "US"),
                    () => m.Map(c => c.MobilePhone).To("mobile").When(c => c.DoNotCall),
                ];
                Array.ForEach(isFirst ? mappings : [.. mappings.Reverse()], static map => map());
            })
            .CrmChanges("company", "US").CrmChanges("do_not_call", "true").CrmChanges("mobile", "+14155550123").Plan();

        plan.Writes().Should().BeEquivalentTo("← Company \"US\"", "← DoNotCall \"true\"", "← MobilePhone \"+14155550123\"");
    }

    [Fact, Trait("Rule", "F2b")]
    public void Is_held_back_where_two_conditions_contradict_each_other() =>
        A.Pair(m =>
            {
                m.Map(c => c.FirstName).To("firstname").When(c => c.Company == null);
                m.Map(c => c.Company).To("company").When(c => c.FirstName == null);
            })
            .CrmChanges("firstname", "Ada").CrmChanges("company", "Engines").Plan().Writes().Should().BeEmpty();

    [Fact, Trait("Rule", "F2b")]
    public void Asks_its_condition_also_of_a_contact_that_is_created()
    {
        var plan = Mobile().OnlyInCrm().CrmChanges("do_not_call", "true").CrmChanges("mobile", "+14155550123").Plan();

        plan.Writes().Should().Equal("← DoNotCall \"true\"");
        plan.Why("MobilePhone").Should().Be(PlanReason.HeldBack);
    }

    [Fact, Trait("Rule", "F2b")]
    public void Asks_its_condition_also_of_a_contact_that_is_created_in_the_crm() =>
        Mobile().OnlyLocal().ContactCreation(SyncFlow.BothWays)
            .LocalChanges(c => { c.Phone = "+14155550199"; c.DoNotCall = true; c.MobilePhone = "+14155550123"; }).Plan()
            .Writes().Should().NotContain(write => write.Contains("mobile")).And.Contain("→ do_not_call \"true\"");

    [Fact, Trait("Rule", "F2b")]
    public void Catches_up_once_its_condition_holds()
    {
        var sides = new TwoSides(MobileMap());
        sides.Local.DoNotCall = true;
        sides.Sync();
        sides.Crm["mobile"] = "+14155550123";
        sides.Sync().Writes().Should().BeEmpty();

        sides.Local.DoNotCall = false;

        sides.Sync().Writes().Should().Equal("→ do_not_call \"false\"", "← MobilePhone \"+14155550123\"");
    }

    [Fact, Trait("Rule", "F8")]
    public void Waits_where_its_condition_fails_and_the_other_fields_go_on()
    {
        var plan = A.Pair(m =>
            {
                m.Map(c => c.FirstName).To("firstname").When(c => c.Notes!.Length > 0);
                m.Map(c => c.Company).To("company");
            })
            .CrmChanges("firstname", "Ada").CrmChanges("company", "Engines").Plan();

        plan.Writes().Should().Equal("← Company \"Engines\"");
        plan.IssueCodes().Should().Equal(IssueCode.CodeFailed);
    }

    private static MappingScenario<Contact> Mobile() => new(MobileMap());

    private static TestMap MobileMap() => new(m =>
    {
        m.Map(c => c.DoNotCall).To("do_not_call");
        m.Map(c => c.MobilePhone).To("mobile").When(c => !c.DoNotCall);
    });
}

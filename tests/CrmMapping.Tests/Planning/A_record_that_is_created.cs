namespace CrmMapping.Tests.Planning;

public sealed class A_record_that_is_created
{
    [Fact, Trait("Rule", "D2"), Trait("Rule", "C6")]
    public void Holds_in_the_crm_what_may_go_there() =>
        Everything().OnlyLocal().ContactCreation(SyncFlow.BothWays)
            .LocalChanges(c => { c.Phone = "+14155550123"; c.FirstName = "Ada"; c.Company = "Engines"; c.Notes = "old"; c.CallCount = 3; }).Plan()
            .Writes().Should().Equal("→ phone \"+14155550123\"", "→ firstname \"Ada\"", "→ company \"Engines\"", "→ calls \"3\"");

    [Fact, Trait("Rule", "D2")]
    public void Holds_locally_what_may_come_from_the_crm() =>
        Everything().OnlyInCrm()
            .CrmChanges("phone", "+14155550123").CrmChanges("firstname", "Ada").CrmChanges("company", "Engines")
            .CrmChanges("notes", "old").CrmChanges("calls", "3").Plan()
            .Writes().Should().Equal("← Phone \"+14155550123\"", "← FirstName \"Ada\"", "← Notes \"old\"");

    [Fact, Trait("Rule", "F8")]
    public void Is_created_without_the_value_that_does_not_fit()
    {
        var plan = Everything().OnlyLocal().ContactCreation(SyncFlow.BothWays).CrmField(A.Text("firstname", 2))
            .LocalChanges(c => { c.Phone = "+14155550123"; c.FirstName = "Ada"; }).Plan();

        plan.Writes().Should().Equal("→ phone \"+14155550123\"", "→ calls \"0\"");
        plan.IssueCodes().Should().Equal(IssueCode.ValueTooLong);
    }

    [Fact, Trait("Rule", "F2a")]
    public void Starts_no_base_for_what_could_not_be_read() =>
        Everything().OnlyInCrm().CrmChanges("phone", "+14155550123").CrmChanges("firstname", FieldValue.Unknown).Plan()
            .Why("FirstName").Should().BeNull();

    [Fact, Trait("Rule", "E9")]
    public void Starts_no_base_for_a_mapping_that_rests() =>
        Everything().OnlyLocal().ContactCreation(SyncFlow.BothWays)
            .CrmField(new FieldDescriptor { Key = "firstname", Type = FieldType.Text, IsReadOnly = true })
            .LocalChanges(c => c.FirstName = "Ada").Plan()
            .Why("FirstName").Should().BeNull();

    private static MappingScenario<Contact> Everything() => A.Pair(m =>
    {
        m.Map(c => c.FirstName).To("firstname");
        m.Map(c => c.Company).To("company").ToCrm();
        m.Map(c => c.Notes).To("notes").FromCrm();
        m.Map(c => c.CallCount).To("calls").TracksActivity();
    });
}

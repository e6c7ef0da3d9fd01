namespace CrmMapping.Tests.Editing;

[Trait("Rule", "E9")]
public sealed class A_field_that_drifted
{
    [Fact]
    public void Suspends_its_mapping_alone_when_it_is_gone() =>
        Suspended(Account.Without("company")).Should().Equal(
            "Company ↔ company: 'company' is not among the CRM's properties, or may not be read. "
            + "Create it, grant access to it or point Company elsewhere; until then its mapping waits.");

    [Fact]
    public void Suspends_its_mapping_when_it_is_of_another_type() =>
        Suspended(Account.With(Account.Field("company", FieldType.Number))).Should().Equal(
            "Company ↔ company: → would put 'Company' (Text) into 'company' (Number), where values are lost or mean nothing. "
            + "Change the type of the property back in the CRM, turn the mapping to ← or point Company elsewhere; until then its mapping waits.");

    [Fact]
    public void Suspends_its_mapping_when_it_is_read_only() =>
        Suspended(Account.With(Account.Field("company", FieldType.Text) with { IsReadOnly = true })).Should().Equal(
            "Company ↔ company: 'company' is read-only in the CRM, and the mapping runs ↔. "
            + "Let it be written in the CRM, turn the mapping to ← or point Company elsewhere; until then its mapping waits.");

    [Theory]
    [InlineData("phone", "Let it be written in the CRM; until then its mapping waits.")]
    [InlineData("last_call", "Let it be written in the CRM or point LastCallAt elsewhere; until then its mapping waits.")]
    public void Proposes_only_what_an_admin_may_do(string crm, string remedy) =>
        Suspended(Account.With(Account.Fields.Single(field => field.Key == crm) with { IsReadOnly = true })).Should().ContainSingle().Which.Should().EndWith(remedy);

    [Fact]
    public void Does_not_touch_a_mapping_that_runs_the_other_way() =>
        Suspended(Account.With(Account.Field("status", FieldType.Picklist) with { IsReadOnly = true })).Should().BeEmpty();

    [Fact]
    public void Suspends_its_mapping_when_an_option_is_gone_that_code_says_it_has()
    {
        Options("mobile", "landline", "other").Should().BeNull();
        Options("mobile").Should().Be(
            "'line_type' has no option 'landline', and Stage may hold it. Add the option in the CRM or point Stage elsewhere; until then its mapping waits.");
        Options("other")!.Should().StartWith("'line_type' has no option 'mobile' or 'landline', and").And.Contain("Add the options in the CRM");
        Options().Should().BeNull("a list without options takes any value");
    }

    [Theory]
    [InlineData(IssueCode.FieldMissing)]
    [InlineData(IssueCode.FieldRetyped)]
    [InlineData(IssueCode.ReadOnlyField)]
    public void Says_what_kind_of_cause_it_is(IssueCode code)
    {
        var set = Account.Set(code switch
        {
            IssueCode.FieldMissing => Account.Without("company"),
            IssueCode.FieldRetyped => Account.With(Account.Field("company", FieldType.Date)),
            _ => Account.With(Account.Field("company", FieldType.Text) with { IsReadOnly = true }),
        });

        set.Suspension(set.FindByLocal("Company")!)!.Code.Should().Be(code);
    }

    [Fact]
    public void Heals_by_itself_and_keeps_what_an_admin_decided()
    {
        var map = new AdminMap();
        var saved = Account.Draft().After(d => d.Retarget("FirstName", "nickname")).Build();
        var compiled = map.Compile(saved);

        var gone = compiled.With(Account.Without("nickname"));
        var back = gone.With(Account.Fields);

        Enumerable.Range(0, gone.Count).Where(gone.IsSuspended).Should().Equal(Ordinal(gone));
        var shown = saved.Described(Account.Without("nickname"));
        gone.WhySuspended(Ordinal(gone)).Should().Be(shown.Suspension(shown.FindByLocal("FirstName")!));
        (back.Set.Mappings, back.Stamp).Should().Be((saved.Mappings, compiled.With(Account.Fields).Stamp));
    }

    [Fact]
    public void Is_not_looked_for_before_the_crm_was_asked() =>
        Account.Code().Suspension(Account.Code().Mappings[0]).Should().BeNull();

    private static int Ordinal(CompiledMap map) => map.Set.Mappings.ToList().FindIndex(static mapping => mapping.Local.Key == "FirstName");

    private static IEnumerable<string> Suspended(FieldDescriptor[] fields)
    {
        var set = Account.Set(fields);
        return set.Mappings.Select(set.Suspension).Where(static suspension => suspension is not null).Select(static suspension => suspension!.ToString());
    }

    private static string? Options(params string[] options)
    {
        var map = new TestMap(m => m.Map(c => c.Stage).To("line_type").ToCrm().SetUpAs("Line type", FieldType.Picklist, "mobile", "landline"));
        return map.Compile(Authoring.Maps.Set(map)).With([Account.Fields[0], A.Picklist("line_type", options)]).WhySuspended(1)?.Message;
    }
}

using CrmMapping.Tests.Authoring;

namespace CrmMapping.Tests.Planning;

public sealed class A_plan_in_print
{
    [Fact, Trait("Rule", "X8")]
    public void Of_an_update() => Snapshot.Verify(Names()
        .LastAgreed(c => { c.Phone = "+14155550123"; c.FirstName = "Ada"; c.Company = "Engines"; c.Stage = "lead"; })
        .LocalChanges(c => { c.FirstName = "Ada L."; c.Stage = "customer"; c.Notes = "tall"; })
        .CrmChanges("firstname", "Augusta").CrmChanges("company", null).CrmChanges("notes", "tall").Plan());

    [Fact]
    public void Of_a_create() => Snapshot.Verify(Names().OnlyInCrm().CrmChanges("phone", "+14155550123").CrmChanges("firstname", "Ada").Plan());

    [Fact]
    public void Of_nothing() => Snapshot.Verify(Names().LastAgreed(c => c.FirstName = "Ada").Plan());

    [Fact]
    public void Is_equal_to_another_that_does_the_same() =>
        Names().CrmChanges("firstname", "Ada").Plan().Should().Be(Names().CrmChanges("firstname", "Ada").Plan());

    [Fact]
    public void Stands_beside_its_map_in_print() => Snapshot.Verify(new TestMap(Write).Set());

    private static MappingScenario<Contact> Names() => A.Pair(Write)
        .CrmField(A.Picklist("stage", "lead"));

    private static void Write(TestMap m)
    {
        m.Map(c => c.FirstName).To("firstname");
        m.Map(c => c.Company).To("company").Resolve(ConflictPolicy.LatestWins);
        m.Map(c => c.Stage).As(FieldType.Picklist).To("stage").ToCrm();
        m.Map(c => c.Notes).To("notes").When(c => !c.DoNotCall);
    }
}

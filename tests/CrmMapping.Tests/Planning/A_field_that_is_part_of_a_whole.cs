namespace CrmMapping.Tests.Planning;

public sealed class A_field_that_is_part_of_a_whole
{
    private static readonly FieldDescriptor[] Parts =
    [
        new() { Key = "first", Type = FieldType.Text, PartOf = "name" },
        new() { Key = "last", Type = FieldType.Text, PartOf = "name" },
    ];

    [Fact, Trait("Rule", "X7")]
    public void Is_written_with_the_other_parts_though_they_did_not_change()
    {
        var sides = Linked("Ana", "Souza");
        sides.Local.LastName = "de Souza";

        Shown(sides.Plan()).Should().Equal("first Crm Together Ana", "last Crm LocalChanged de Souza");
    }

    [Fact, Trait("Rule", "X7"), Trait("Rule", "X10")]
    public void Is_at_rest_however_the_crm_parts_the_whole_in_its_answer()
    {
        var sides = Linked("Ana", "Souza");
        sides.Local.LastName = "de Souza";
        var plan = sides.Plan();
        sides.Write(plan);
        (sides.Crm["first"], sides.Crm["last"]) = (FieldValue.Of("Ana de"), FieldValue.Of("Souza"));
        sides.Confirm(plan);

        sides.Plan().Kind.Should().Be(PlanKind.Nothing);
        Shown(sides.Plan()).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "X4")]
    public void Comes_with_the_other_parts_as_the_crm_parted_them()
    {
        var sides = Linked("Ana", "Souza");
        sides.Local.LastName = "de Souza";
        var plan = sides.Plan();
        sides.Write(plan);
        (sides.Crm["first"], sides.Crm["last"]) = (FieldValue.Of("Ana de"), FieldValue.Of("Souza"));
        sides.Confirm(plan);

        sides.Crm["last"] = FieldValue.Of("Lund");
        sides.Sync();

        (sides.Local.FirstName, sides.Local.LastName).Should().Be(("Ana de", "Lund"));
    }

    [Fact, Trait("Rule", "D1")]
    public void Goes_alone_where_the_other_part_may_not_be_written()
    {
        var sides = Linked("Ana", "Souza", SyncDirection.FromCrm);
        sides.Local.LastName = "de Souza";

        Shown(sides.Plan()).Should().Equal("last Crm LocalChanged de Souza");
    }

    private static TwoSides Linked(string first, string last, SyncDirection firstGoes = SyncDirection.Bidirectional)
    {
        var sides = new TwoSides(
            new TestMap(map =>
            {
                map.Map(c => c.FirstName).To("first").Turned(firstGoes);
                map.Map(c => c.LastName).To("last");
            }),
            null,
            Parts);
        (sides.Local.FirstName, sides.Local.LastName) = (first, last);
        sides.Sync();
        return sides;
    }

    private static IEnumerable<string> Shown(ContactPlan plan) => plan.Decisions.OrderBy(static decision => decision.Mapping.Crm.Key, StringComparer.Ordinal)
        .Where(static decision => decision.Written is not null)
        .Select(static decision => $"{decision.Mapping.Crm.Key} {decision.Written} {decision.Reason} {decision.NewValue.Text}");
}

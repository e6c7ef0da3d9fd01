namespace CrmMapping.Tests.Planning;

public sealed class A_write_that_was_cut_off
{
    private readonly PlanContext _context = new TwoSides(new TestMap(static m =>
    {
        m.Map(c => c.FirstName).To("firstname");
        m.Map(c => c.Company).To("company");
    })).Context;

    // Phone is ordinal 0, FirstName 1; "Ada" was to become "Augusta".
    [Theory, Trait("Rule", "X5"), Trait("Rule", "S1")]
    [InlineData(SyncSide.Crm, "Ada", false)]
    [InlineData(SyncSide.Crm, "Augusta", true)]
    [InlineData(SyncSide.Crm, " Augusta ", true)]
    [InlineData(SyncSide.Crm, "Countess", true)]
    [InlineData(SyncSide.Crm, "", true)]
    [InlineData(SyncSide.Local, "Ada", false)]
    [InlineData(SyncSide.Local, "Augusta", true)]
    [InlineData(SyncSide.Local, "Countess", true)]
    public void Is_taken_for_done_where_its_side_is_not_as_it_was(SyncSide side, string present, bool isDone)
    {
        var (local, crm) = side == SyncSide.Crm ? ("Augusta", present) : (present, "Augusta");
        var (agreedLocal, agreedCrm) = (Values("Ada"), Values("Ada"));

        Writes(side, creates: null).AdoptInto(agreedLocal, agreedCrm, Values(local), Values(crm), _context);

        (agreedLocal.Value(1), agreedCrm.Value(1)).Should().Be(
            isDone ? (FieldValue.Of("Augusta"), FieldValue.Of("Augusta")) : (FieldValue.Of("Ada"), FieldValue.Of("Ada")));
        (agreedLocal.IsUnknown(2), agreedCrm.IsUnknown(2)).Should().Be((true, true), "of another field nothing was to be written");
    }

    [Theory, Trait("Rule", "F2"), Trait("Rule", "S1")]
    [InlineData("Augusta", true)]
    [InlineData("Countess", true)]
    [InlineData("", false)]
    public void Of_a_create_lets_no_blank_count_as_somebodys(string present, bool isDone)
    {
        var (agreedLocal, agreedCrm) = (new RecordBuffer(3), new RecordBuffer(3));

        Writes(SyncSide.Local, creates: SyncSide.Local, before: "").AdoptInto(agreedLocal, agreedCrm, Values(present), Values("Augusta"), _context);

        agreedLocal.IsUnknown(1).Should().Be(!isDone);
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData("Augusta", true)]
    [InlineData("augusta", false)]
    [InlineData("", false)]
    public void Of_a_create_is_known_by_all_that_was_sent(string present, bool isIt) =>
        Writes(SyncSide.Crm, creates: SyncSide.Crm, before: "").AreAllInCrm(Values(present), _context).Should().Be(isIt);

    [Fact, Trait("Rule", "X1"), Trait("Rule", "S1")]
    public void Gives_a_pair_that_is_linked_the_base_of_what_was_done_and_of_nothing_else()
    {
        var (agreedLocal, agreedCrm) = (new RecordBuffer(3), new RecordBuffer(3));
        agreedLocal.Set(1, FieldValue.Of("Ada"));
        agreedCrm.Set(1, FieldValue.Of("Ada"));
        var (local, crm) = (Values("Augusta"), Values("Ada"));
        local.Set(2, FieldValue.Of("Engines"));
        crm.Set(2, FieldValue.Of("Looms"));

        var plan = SyncPlanner.Plan(new PlanInput
        {
            Context = _context,
            IsFirstLink = true,
            AgreedLocal = agreedLocal,
            AgreedCrm = agreedCrm,
            Local = local,
            Crm = crm,
        });

        plan.Kind.Should().Be(PlanKind.Link);
        plan.Writes().Should().Equal("→ firstname \"Augusta\"", "← Company \"Looms\"");
        (plan.Why("FirstName"), plan.Why("Company")).Should().Be((PlanReason.LocalChanged, PlanReason.CrmWon));
    }

    private static DoneWrites Writes(SyncSide side, SyncSide? creates, string before = "Ada") => new()
    {
        Local = Values("Augusta"),
        Crm = Values("Augusta"),
        Before = Values(before),
        ToLocal = side == SyncSide.Local ? [1] : [],
        ToCrm = side == SyncSide.Crm ? [1] : [],
        Creates = creates,
    };

    private static RecordBuffer Values(string firstName)
    {
        var values = new RecordBuffer(3);
        values.Set(1, firstName.AsSpan());
        return values;
    }
}

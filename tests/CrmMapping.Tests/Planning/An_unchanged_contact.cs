namespace CrmMapping.Tests.Planning;

public sealed class An_unchanged_contact
{
    [Fact, Trait("Rule", "X4")]
    public void Of_sixty_mappings_is_planned_without_a_byte_of_memory()
    {
        var context = Context(60);
        var (agreed, present) = (Values(60), Values(60));
        Plan(context, agreed, present).Should().BeSameAs(ContactPlan.Nothing);

        Allocation.Of(() =>
        {
            for (var round = 0; round < 100; round++)
            {
                Plan(context, agreed, present);
            }
        }).Should().Be(0);
    }

    [Theory, Trait("Rule", "X5"), Trait("Rule", "F1")]
    [InlineData("+1 (415) 555-0123", "ADA@example.com")]
    [InlineData("+14155550123", " ada@example.com ")]
    public void Is_known_again_however_the_crm_spells_it(string phone, string email) =>
        A.Pair(m => m.Map(c => c.Email).To("email"))
            .LastAgreed(c => { c.Phone = "+14155550123"; c.Email = "ada@example.com"; })
            .CrmChanges("phone", phone).CrmChanges("email", email).Plan()
            .Should().Be(ContactPlan.Nothing);

    [Fact, Trait("Rule", "X4")]
    public void Under_a_field_that_was_mapped_later_starts_from_where_the_two_stand()
    {
        var plan = A.Ada().LastAgreedInCrm("firstname", FieldValue.Unknown).CrmChanges("firstname", "Augusta").Plan();

        plan.Writes().Should().BeEmpty();
        plan.Why("FirstName").Should().Be(PlanReason.Drift);
    }

    private static ContactPlan Plan(PlanContext context, RecordBuffer agreed, RecordBuffer present) => SyncPlanner.Plan(new PlanInput
    {
        Context = context,
        AgreedLocal = agreed,
        AgreedCrm = agreed,
        Local = present,
        Crm = present,
    });

    private static RecordBuffer Values(int count)
    {
        var values = new RecordBuffer(count);
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            values.Set(ordinal, $"value {ordinal}".AsSpan());
        }

        return values;
    }

    private static PlanContext Context(int count)
    {
        var set = new MappingSet
        {
            Name = "Wide",
            Mappings = Enumerable.Range(0, count)
                .Select(static n => new FieldMapping { Local = A.Text($"Local{n}"), Crm = A.Text($"crm{n}") }).ToEquatableArray(),
        };
        return new PlanContext(
            new CompiledMap(set, ContactAccess<Contact>.For(set, new Dictionary<string, LocalField<Contact>>(), fused: false)),
            EffectiveSettings.Of(new ConnectionSettings(), new CrmTraits()), OwnerPairing.None, default);
    }
}

using CrmMapping.Tests.Authoring;
using NodaTime;

namespace CrmMapping.Tests.Planning;

[Trait("Rule", "X6")]
public sealed class A_field_that_was_mapped_after_the_pair_was_linked
{
    private static readonly Instant BeforeItWasSaved = At.Noon - Duration.FromMinutes(1);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false, "→ firstname \"Ada\"")]
    [InlineData(false, true, "← FirstName \"Augusta\"")]
    [InlineData(true, true, "← FirstName \"Augusta\"")]
    public void Is_written_where_it_is_known_to_have_changed_since_an_admin_saved_the_mapping(
        bool isLocal, bool isCrm, params string[] writes) =>
        Plan(Evidence(isLocal ? At.OneOClock : BeforeItWasSaved, isCrm ? At.OneOClock : BeforeItWasSaved)).Writes().Should().Equal(writes);

    [Fact]
    public void Is_the_base_where_nothing_is_known_of_its_times() =>
        Plan(new RecordEvidence()).Why("FirstName").Should().Be(PlanReason.Drift);

    [Fact]
    public void Is_looked_up_where_only_the_record_is_known_to_have_changed()
    {
        var changed = new RecordEvidence { CrmModifiedAt = At.OneOClock };

        Plan(changed).NeedsFieldTimes.Should().BeTrue();
        Plan(changed with { HistoryWasRead = true }).NeedsFieldTimes.Should().BeFalse();
        Plan(changed with { CrmModifiedAt = BeforeItWasSaved }).NeedsFieldTimes.Should().BeFalse();
    }

    [Fact]
    public void Is_the_base_where_code_brought_the_mapping() =>
        Plan(Evidence(At.OneOClock, At.OneOClock), MappingOrigin.Developer).Why("FirstName").Should().Be(PlanReason.Drift);

    private static RecordEvidence Evidence(Instant local, Instant crm) => new()
    {
        LocalFields = new Dictionary<string, Instant> { ["FirstName"] = local },
        CrmFields = new Dictionary<string, Instant> { ["firstname"] = crm },
        HistoryWasRead = true,
    };

    private static ContactPlan Plan(RecordEvidence evidence, MappingOrigin origin = MappingOrigin.Admin)
    {
        var code = new TestMap(m => m.Map(c => c.FirstName).To("firstname"));
        var shipped = code.Set();
        var set = shipped with { Mappings = [shipped.Mappings[0], shipped.Mappings[1] with { Origin = origin }] };
        return SyncPlanner.Plan(new PlanInput
        {
            Context = new PlanContext(
                new CompiledMap(set, code.AccessFor(set)) { SavedAt = At.Noon },
                EffectiveSettings.Of(new ConnectionSettings(), new CrmTraits()), OwnerPairing.None, default),
            AgreedLocal = Values("+14155550123", FieldValue.Unknown),
            AgreedCrm = Values("+14155550123", FieldValue.Unknown),
            Local = Values("+14155550123", "Ada"),
            Crm = Values("+14155550123", "Augusta"),
            Evidence = evidence,
        });
    }

    private static RecordBuffer Values(FieldValue phone, FieldValue name)
    {
        var values = new RecordBuffer(2);
        values.Set(0, phone);
        values.Set(1, name);
        return values;
    }
}

namespace CrmMapping.Tests.Authoring;

public sealed class A_map_with_a_preset
{
    private readonly MappingSet _shipped = new ShippedMap().Set();

    [Fact, Trait("Rule", "E8")]
    public void Remembers_what_was_shipped() =>
        new HostsMap().Set().Mappings.Select(mapping => (mapping.Local.Key, mapping.Origin, mapping.DirectionOrigin, mapping.TargetOrigin))
            .Should().Equal(
                ("Phone", MappingOrigin.Preset, MappingOrigin.Preset, MappingOrigin.Preset),
                ("FirstName", MappingOrigin.Preset, MappingOrigin.Preset, MappingOrigin.Preset),
                ("Company", MappingOrigin.Developer, MappingOrigin.Developer, MappingOrigin.Developer),
                ("Stage", MappingOrigin.Developer, MappingOrigin.Developer, MappingOrigin.Developer));

    [Fact]
    public void Prints_what_a_derived_map_says_in_place_of_the_preset() =>
        new HostsMap().Set().ToString().Should().Be("""
            HostsMap
              Phone     ↔ phone      🔒
              FirstName ↔ firstname  🗑️
              Company   → employer   🗑️
              Stage     ← stage
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Maps_no_more_what_a_derived_map_only_offers() =>
        new HostsMap().Set().OfferedFields.Select(field => field.Key).Should().Equal("Notes", "LastName");

    [Fact]
    public void Maps_what_it_both_offers_and_maps() =>
        _shipped.OfferedFields.Select(field => field.Key).Should().Equal("Notes", "Stage");

    [Fact]
    public void Lets_a_condition_and_a_preset_stand_in_each_other() =>
        _shipped.FindByLocal("Company").Should().BeEquivalentTo(new { Origin = MappingOrigin.Preset, Condition = "c => !c.DoNotCall" });

    [Fact, Trait("Rule", "S5")]
    public void Is_refused_when_the_preset_maps_a_property_twice() =>
        new TwiceMap().Mistakes().Should().ContainSingle().Which.Code.Should().Be("CRM1002");

    private class ShippedMap : ContactMap<Contact>
    {
        public ShippedMap() => Preset(() =>
        {
            Field(c => c.Notes);
            Field(c => c.Stage);
            Field(c => c.FirstName);
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.FirstName).To("firstname");
            Map(c => c.LastName).To("lastname");
            When(c => !c.DoNotCall, () => Map(c => c.Company).To("company"));
        });
    }

    private sealed class HostsMap : ShippedMap
    {
        public HostsMap()
        {
            Map(c => c.Company).To("employer").ToCrm();
            Map(c => c.Stage).AsLifecycleStage().To("stage");
            Field(c => c.LastName);
        }
    }

    private sealed class TwiceMap : ContactMap<Contact>
    {
        public TwiceMap() => Preset(() =>
        {
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.Company).To("company");
            Map(c => c.Company).To("employer");
        });
    }
}

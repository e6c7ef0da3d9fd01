namespace CrmMapping.Aloware.Tests;

public sealed class A_host_with_fields_of_its_own
{
    private readonly MappingSet _map = Shipped.Build(new HostsMap()).Set;

    [Fact]
    public void Adds_them_to_the_preset() =>
        _map.Mappings.Where(mapping => mapping.Origin == MappingOrigin.Developer).Select(mapping => mapping.ToString()).Should().Equal(
            "Tier ↔ tier", "LeadSource ← hs_analytics_source");

    [Fact]
    public void Takes_over_all_the_rest_of_the_preset() =>
        _map.Mappings.Where(mapping => mapping.Origin == MappingOrigin.Preset).Should().Equal(
            Shipped.Build(new AlowareHubSpotMap()).Set.Mappings.Where(mapping => mapping.Local.Key is not ("LeadSource" or "CustomField2")));

    [Fact]
    public void Leaves_out_what_it_only_offers()
    {
        _map.FindByLocal("CustomField2").Should().BeNull();
        _map.OfferedFields.Select(field => field.Key).Should().Contain("CustomField2");
    }

    private sealed class HostsContact : AlowareContact
    {
        public string? Tier { get; set; }
    }

    private sealed class HostsMap : AlowareHubSpotMap<HostsContact>
    {
        public HostsMap()
        {
            Map(c => c.Tier).To("tier");
            Map(c => c.LeadSource).To("hs_analytics_source").FromCrm();
            Field(c => c.CustomField2);
        }
    }
}

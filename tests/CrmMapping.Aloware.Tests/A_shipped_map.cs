using System.Text.RegularExpressions;

namespace CrmMapping.Aloware.Tests;

public sealed class A_shipped_map
{
    public static TheoryData<string> Names { get; } = [.. Shipped.All.Select(map => map.Name)];

    [Fact]
    public void Of_HubSpot() => Snapshot.Verify(Shipped.HubSpot);

    [Fact]
    public void Of_Salesforce() => Snapshot.Verify(Shipped.Salesforce);

    [Fact]
    public void Of_Salesforce_leads() => Snapshot.Verify(Shipped.SalesforceLeads);

    [Fact]
    public void Of_HighLevel() => Snapshot.Verify(Shipped.HighLevel);

    [Fact]
    public void Of_Pipedrive() => Snapshot.Verify(Shipped.Pipedrive);

    [Fact]
    public void Means_the_same_each_time_it_is_built() =>
        Shipped.Build(new AlowareHubSpotMap(), RecordType.Contact, Shipped.HubSpotTraits).Set.Should().Be(Shipped.HubSpot);

    [Theory, MemberData(nameof(Names))]
    public void Says_that_all_of_it_is_the_preset_s(string name) =>
        Map(name).Mappings.Should().OnlyContain(mapping =>
            mapping.Origin == MappingOrigin.Preset && mapping.DirectionOrigin == MappingOrigin.Preset && mapping.TargetOrigin == MappingOrigin.Preset);

    [Theory, MemberData(nameof(Names)), Trait("Rule", "C1")]
    public void Lists_each_mapping_under_a_heading(string name) =>
        Map(name).Mappings.Should().OnlyContain(mapping => mapping.Group != null);

    [Theory, MemberData(nameof(Names)), Trait("Rule", "C2")]
    public void Locks_phone_and_e_mail_and_nothing_else(string name) =>
        Map(name).Mappings.Where(mapping => mapping.Category == MappingCategory.Locked).Select(mapping => mapping.Local.Key)
            .Should().Equal(nameof(AlowareContact.PhoneNumber), nameof(AlowareContact.Email));

    [Fact, Trait("Rule", "M2")]
    public void Matches_by_the_locked_number_however_many_there_are()
    {
        ContactMap[] maps = [new AlowareHubSpotMap(), new AlowareSalesforceMap(), new AlowareSalesforceLeadMap(), new AlowareHighLevelMap(), new AlowarePipedriveMap()];

        maps.Select(map => Shipped.Build(map)).Should().OnlyContain(map =>
            map[map.PhoneOrdinal].Local.Key == nameof(AlowareContact.PhoneNumber) && map[map.EmailOrdinal].Local.Key == nameof(AlowareContact.Email));
    }

    [Theory, MemberData(nameof(Names))]
    public void Offers_every_field_of_the_contact_that_it_does_not_map(string name)
    {
        var map = Map(name);

        map.Mappings.Select(mapping => mapping.Local.Key).Concat(map.OfferedFields.Select(field => field.Key))
            .Should().BeEquivalentTo(typeof(AlowareContact).GetProperties().Select(property => property.Name));
    }

    [Theory, MemberData(nameof(Names)), Trait("Rule", "C6"), Trait("Rule", "E6")]
    public void Never_lets_a_crm_write_what_the_host_alone_knows(string name)
    {
        var hosts = Shipped.HubSpot.Mappings.Where(mapping => mapping.AllowedDirections.All(direction => direction == SyncDirection.ToCrm))
            .Select(mapping => mapping.Local.Key).ToHashSet();
        var map = Map(name);

        hosts.Should().HaveCount(34);
        map.Mappings.Select(mapping => mapping.Local).Concat(map.OfferedFields).Where(field => hosts.Contains(field.Key))
            .Should().HaveCount(34).And.OnlyContain(field => field.IsReadOnly);
        map.Mappings.Where(mapping => hosts.Contains(mapping.Local.Key)).SelectMany(mapping => mapping.AllowedDirections)
            .Should().BeSubsetOf([SyncDirection.ToCrm]);
    }

    [Theory, Trait("Rule", "D6")]
    [InlineData("AlowareHubSpotMap", SyncDirection.FromCrm)]
    [InlineData("AlowareSalesforceMap", SyncDirection.Bidirectional)]
    [InlineData("AlowareSalesforceLeadMap", SyncDirection.Bidirectional)]
    [InlineData("AlowareHighLevelMap", SyncDirection.FromCrm)]
    [InlineData("AlowarePipedriveMap", SyncDirection.FromCrm)]
    public void Takes_the_owner_the_usual_way(string name, SyncDirection direction) =>
        Map(name).FindByLocal(nameof(AlowareContact.OwnerId)).Should().BeEquivalentTo(new
        {
            Category = MappingCategory.Special,
            Special = SpecialField.Owner,
            Direction = direction,
            AllowedDirections = SyncDirections.All,
        });

    [Fact, Trait("Rule", "C8")]
    public void Names_fields_of_its_own_as_each_crm_can_create_them()
    {
        Own(Shipped.HubSpot).Should().OnlyContain(field => Is(field.Key, "^[a-z][a-z0-9_]{0,99}$"));
        Own(Shipped.Salesforce).Concat(Own(Shipped.SalesforceLeads)).Should().OnlyContain(field =>
            Is(field.Key, "^[A-Z](?:_?[A-Za-z0-9])*__c$") && field.Key.Length <= 43 && field.Label.Length <= 40);
        Own(Shipped.HighLevel).Should().OnlyContain(field => field.Key == $"contact.{field.Label.ToLowerInvariant().Replace(' ', '_')}");
        Own(Shipped.Pipedrive).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "C8")]
    public void Creates_the_same_custom_fields_for_leads_as_for_contacts() => Own(Shipped.SalesforceLeads).Should().Equal(Own(Shipped.Salesforce));

    private static MappingSet Map(string name) => Shipped.All.Single(map => map.Name == name);

    private static IEnumerable<FieldDescriptor> Own(MappingSet map) => map.Mappings.Select(mapping => mapping.SetUp).OfType<FieldDescriptor>();

    private static bool Is(string text, string pattern) => Regex.IsMatch(text, pattern);
}

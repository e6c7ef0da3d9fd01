using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.Aloware.Tests;

/// <summary>Builds the shipped maps as a host does.</summary>
internal static class Shipped
{
    public static CrmTraits HubSpotTraits { get; } = ReadTraits();

    public static MappingSet HubSpot { get; } = Build(new AlowareHubSpotMap(), RecordType.Contact, HubSpotTraits).Set;

    public static MappingSet Salesforce { get; } = Build(new AlowareSalesforceMap()).Set;

    public static MappingSet SalesforceLeads { get; } = Build(new AlowareSalesforceLeadMap(), RecordType.Lead).Set;

    public static MappingSet HighLevel { get; } = Build(new AlowareHighLevelMap()).Set;

    public static MappingSet Pipedrive { get; } = Build(new AlowarePipedriveMap()).Set;

    public static IReadOnlyList<MappingSet> All { get; } = [HubSpot, Salesforce, SalesforceLeads, HighLevel, Pipedrive];

    public static CompiledMap Build(ContactMap map, RecordType recordType = RecordType.Contact, CrmTraits? traits = null)
    {
        var mistakes = new List<MappingMistake>();
        var set = map.Build(recordType, (traits ?? new CrmTraits()).NamedFields, mistakes);
        mistakes.Should().BeEmpty();
        return map.Compile(set);
    }

    private static CrmTraits ReadTraits()
    {
        using var host = new ServiceCollection().AddLogging().AddCrmMapping(crm => crm.AddHubSpot()).BuildServiceProvider();
        return host.GetRequiredService<ICrmAdapter>().Traits;
    }
}

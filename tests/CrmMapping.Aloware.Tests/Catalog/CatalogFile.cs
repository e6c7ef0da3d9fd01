using System.Reflection;
using System.Text.Json;

namespace CrmMapping.Aloware.Tests;

/// <summary>Reads the tables of a CRM.</summary>
internal static class CatalogFile
{
    public static IReadOnlyList<CatalogRow> HubSpot { get; } = Read("hubspot.json");

    public static IReadOnlyList<CatalogRow> Salesforce { get; } = Read("salesforce.json");

    private static CatalogRow[] Read(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<CatalogRow[]>(file, JsonSerializerOptions.Web)!;
    }
}

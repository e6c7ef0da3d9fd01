namespace CrmMapping.Aloware.Tests;

/// <summary>A row as a map holds it: a mapping seen with the catalog's words.</summary>
public sealed record ShippedRow(
    string Local, string Crm, MappingCategory Category, SpecialField Special, string Group, string Allowed, string Direction, bool TracksActivity,
    FieldDescriptor? SetUp);

[Trait("Rule", "C7")]
public sealed class A_row_of_the_catalog
{
    private static readonly string[] Compliance = ["DNC", "Line Type"];

    public static TheoryData<string> HubSpotRows { get; } = [.. CatalogFile.HubSpot.Select(row => row.Local)];

    public static TheoryData<string> SalesforceRows { get; } = [.. CatalogFile.Salesforce.Select(row => row.Local)];

    [Theory, MemberData(nameof(HubSpotRows))]
    public void Is_a_mapping_of_the_HubSpot_map(string local) => Compare(local, CatalogFile.HubSpot, Shipped.HubSpot, HubSpotKey, HubSpotType);

    [Theory, MemberData(nameof(SalesforceRows))]
    public void Is_a_mapping_of_the_Salesforce_map(string local) =>
        Compare(local, CatalogFile.Salesforce, Shipped.Salesforce, SalesforceKey, SalesforceType);

    [Fact]
    public void Is_there_for_every_mapping()
    {
        Shipped.HubSpot.Mappings.Select(mapping => mapping.Local.Label).Should().BeEquivalentTo(CatalogFile.HubSpot.Select(row => row.Local));
        Shipped.Salesforce.Mappings.Select(mapping => mapping.Local.Label).Should().BeEquivalentTo(CatalogFile.Salesforce.Select(row => row.Local));
    }

    [Fact]
    public void Is_one_of_54_and_38_and_an_inferred_one_each()
    {
        CatalogFile.HubSpot.CountBy(row => row.Inferred).Should().BeEquivalentTo([KeyValuePair.Create(false, 54), KeyValuePair.Create(true, 1)]);
        CatalogFile.Salesforce.CountBy(row => row.Inferred).Should().BeEquivalentTo([KeyValuePair.Create(false, 38), KeyValuePair.Create(true, 1)]);
    }

    private static void Compare(
        string local, IReadOnlyList<CatalogRow> catalog, MappingSet map, Func<CatalogRow, string> key, Func<CatalogRow, FieldDescriptor> setUp)
    {
        var row = catalog.Single(row => row.Local == local);
        var mapping = map.Mappings.Single(mapping => mapping.Local.Label == local);

        new ShippedRow(
            mapping.Local.Label, mapping.Crm.Key, mapping.Category, mapping.Special, mapping.Group!, Arrows(mapping.AllowedDirections),
            mapping.Direction.Arrow, mapping.TracksActivity, mapping.SetUp).Should().Be(Expected(row, key, setUp));
    }

    private static ShippedRow Expected(CatalogRow row, Func<CatalogRow, string> key, Func<CatalogRow, FieldDescriptor> setUp)
    {
        var tracks = row.Category == "outbound tracking";
        return new ShippedRow(
            row.Local, key(row), CategoryOf(row.Category), SpecialOf(row), row.Group, row.AllowedByRule, DirectionOf(row),
            tracks && !Compliance.Contains(row.Local), IsStandard(row) ? null : setUp(row) with { Key = key(row), Label = row.Label });
    }

    // HubSpot brings a date of birth of its own in some accounts only.
    private static bool IsStandard(CatalogRow row) => row.Crm is not (null or "date_of_birth");

    private static MappingCategory CategoryOf(string category) => category switch
    {
        "default locked" => MappingCategory.Locked,
        "special" => MappingCategory.Special,
        "default open" or "custom" or "outbound tracking" => MappingCategory.Open,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "The catalog has no such category."),
    };

    private static SpecialField SpecialOf(CatalogRow row) => row.Local switch
    {
        "Contact Owner" => SpecialField.Owner,
        "Contact Disposition Status" => SpecialField.DispositionStatus,
        "Lifecycle Stage" => SpecialField.LifecycleStage,
        _ => SpecialField.None,
    };

    private static string DirectionOf(CatalogRow row) => row switch
    {
        { Default: { } printed } => printed,
        { Local: "Lifecycle Stage" } => "←",
        { AllowedByRule: [var only] } => only.ToString(),
        _ => "↔",
    };

    private static string Arrows(EquatableArray<SyncDirection> allowed) =>
        string.Join(' ', SyncDirections.All.Where(allowed.Contains).Select(static direction => direction.Arrow));

    private static string HubSpotKey(CatalogRow row) =>
        row.Crm is { } printed ? new CrmFieldNames(Shipped.HubSpotTraits.KnownFields, Shipped.HubSpotTraits.FieldAliases).Find(printed)?.Key ?? printed
        : $"aloware_{string.Join('_', Words(row.Label)).ToLowerInvariant()}";

    private static string SalesforceKey(CatalogRow row) =>
        row.Crm ?? $"Aloware_{string.Join('_', Words(row.Label).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}__c";

    private static string[] Words(string label) => label
        .Replace("Aloware ", "", StringComparison.Ordinal)
        .Replace("date/ time", "date time", StringComparison.Ordinal)
        .Replace("datetime", "date time", StringComparison.Ordinal)
        .Split(' ');

    private static FieldDescriptor HubSpotType(CatalogRow row) => row switch
    {
        { Type: "Single-line text" or "Single-text line" or "Custom" } => Field(FieldType.Text),
        { Type: "Multi-line text" } => Field(FieldType.MultilineText),
        { Type: "Checkbox" } => Field(FieldType.Boolean),
        { Type: "Number" } => Field(FieldType.Number),
        { Type: "Date picker" } => Field(FieldType.Date),
        { Type: "Date & time picker" } => Field(FieldType.DateTime),
        { Type: "Dropdown Select", Options: { } options } =>
            Field(FieldType.Picklist) with { Options = options.Select(option => new FieldOption(option, option)).ToEquatableArray() },
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Type, "HubSpot has no such type of property."),
    };

    private static FieldDescriptor SalesforceType(CatalogRow row) => row switch
    {
        { Local: "TCPA Approved", Type: "Custom" } or { Type: "Checkbox" } => Field(FieldType.Boolean),
        { Type: "Custom" } => Field(FieldType.Text),
        { Type: "Text(40)" or "Text(40) / Time" } => Field(FieldType.Text) with { MaxLength = 40 },
        { Type: "URL(255)" } => Field(FieldType.Url) with { MaxLength = 255 },
        { Type: "Long Text Area" } => Field(FieldType.MultilineText),
        { Type: "Number" } => Field(FieldType.Number),
        { Type: "Date" } => Field(FieldType.Date),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Type, "Salesforce has no such type of field."),
    };

    private static FieldDescriptor Field(FieldType type) => new() { Key = "", Type = type };
}

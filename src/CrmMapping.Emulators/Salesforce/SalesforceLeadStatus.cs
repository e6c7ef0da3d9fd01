namespace CrmMapping.Emulators;

/// <summary>Describes a status that leads can have. Immutable.</summary>
/// <param name="ApiName">What records hold.</param>
/// <param name="Label">What people see.</param>
/// <param name="IsConverted">Whether the status is one of converted leads, which conversion alone can set.</param>
public sealed record SalesforceLeadStatus(string ApiName, string Label, bool IsConverted = false)
{
    internal static IReadOnlyList<SalesforceLeadStatus> Standard { get; } =
    [
        new("Open - Not Contacted", "Open - Not Contacted"), new("Working - Contacted", "Working - Contacted"),
        new("Closed - Converted", "Closed - Converted", IsConverted: true), new("Closed - Not Converted", "Closed - Not Converted"),
    ];
}

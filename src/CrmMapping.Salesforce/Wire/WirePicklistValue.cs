namespace CrmMapping.Salesforce;

/// <summary>An option of a picklist as Salesforce sends it.</summary>
internal sealed record WirePicklistValue
{
    public string? Value { get; init; }

    public string? Label { get; init; }

    public bool? Active { get; init; }
}

namespace CrmMapping.Salesforce;

/// <summary>A report as Salesforce lists it.</summary>
internal sealed record WireReport
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

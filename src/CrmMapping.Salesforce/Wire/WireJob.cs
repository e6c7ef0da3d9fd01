namespace CrmMapping.Salesforce;

/// <summary>A bulk job as Salesforce sends it.</summary>
internal sealed record WireJob
{
    public string? Id { get; init; }

    public string? CreatedDate { get; init; }

    public string? State { get; init; }

    public string? ContentUrl { get; init; }

    public string? ErrorMessage { get; init; }
}

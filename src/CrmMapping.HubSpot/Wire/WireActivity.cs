namespace CrmMapping.HubSpot;

/// <summary>An activity, as far as it is read.</summary>
internal sealed record WireActivity
{
    public string? Id { get; init; }

    public Dictionary<string, string?>? Properties { get; init; }

    public bool? Archived { get; init; }

    public string? ObjectWriteTraceId { get; init; }
}

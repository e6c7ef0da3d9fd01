namespace CrmMapping.Pipedrive;

/// <summary>Where a list goes on, as Pipedrive sends it.</summary>
internal sealed record WirePaging
{
    public string? NextCursor { get; init; }
}

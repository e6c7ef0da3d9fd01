namespace CrmMapping.Aircall;

/// <summary>A page of tags as Aircall sends it.</summary>
internal sealed record WireTagList
{
    public required IReadOnlyList<WireTag?> Tags { get; init; }

    public WireMeta? Meta { get; init; }
}

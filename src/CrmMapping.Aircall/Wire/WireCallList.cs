namespace CrmMapping.Aircall;

/// <summary>A page of calls as Aircall sends it.</summary>
internal sealed record WireCallList
{
    public required IReadOnlyList<WireCall?> Calls { get; init; }

    public WireMeta? Meta { get; init; }
}

namespace CrmMapping.HubSpot;

/// <summary>A list as HubSpot sends it.</summary>
/// <typeparam name="T">Its items.</typeparam>
internal sealed record WireList<T>
{
    public IReadOnlyList<T>? Results { get; init; }

    public WirePaging? Paging { get; init; }
}

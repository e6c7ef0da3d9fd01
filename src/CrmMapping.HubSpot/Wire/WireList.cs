namespace CrmMapping.HubSpot;

/// <summary>A list as HubSpot sends it.</summary>
/// <typeparam name="T">Its items.</typeparam>
internal sealed record WireList<T>
    where T : class
{
    public required IReadOnlyList<T?> Results { get; init; }

    public WirePaging? Paging { get; init; }
}

namespace CrmMapping.Pipedrive;

/// <summary>A list as Pipedrive sends it.</summary>
/// <typeparam name="T">Its items.</typeparam>
internal sealed record WireList<T>
    where T : class
{
    public required IReadOnlyList<T?> Data { get; init; }

    public WirePaging? AdditionalData { get; init; }
}

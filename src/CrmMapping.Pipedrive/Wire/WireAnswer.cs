namespace CrmMapping.Pipedrive;

/// <summary>An answer of one thing as Pipedrive sends it.</summary>
/// <typeparam name="T">The thing.</typeparam>
internal sealed record WireAnswer<T>
    where T : class
{
    public required T Data { get; init; }
}

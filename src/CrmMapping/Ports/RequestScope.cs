namespace CrmMapping;

/// <summary>Says for whom the requests of the running piece of work are made, and counts them.</summary>
/// <remarks>Flows with the work into whatever it awaits; the work of others is not touched.</remarks>
/// <example><code>using (RequestScope.Begin(RequestPriority.Backfill)) { await session.ReadPageAsync(…); }</code></example>
public sealed class RequestScope : IDisposable
{
    private static readonly AsyncLocal<RequestScope?> Ambient = new();

    private readonly RequestScope? _outer;
    private readonly RequestPriority _priority;
    private long _requests;

    private RequestScope(RequestPriority priority, RequestScope? outer) => (_priority, _outer) = (priority, outer);

    /// <summary>Gets for whom requests are made here; <see cref="RequestPriority.Routine"/> outside of any scope.</summary>
    public static RequestPriority Priority => Ambient.Value?._priority ?? RequestPriority.Routine;

    /// <summary>Gets how many requests were made within the scope so far, retries included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Begins a scope.</summary>
    /// <param name="priority">For whom requests are made within it.</param>
    /// <returns>The scope, which ends when it is disposed of.</returns>
    public static RequestScope Begin(RequestPriority priority) => Ambient.Value = new RequestScope(priority, Ambient.Value);

    /// <summary>Counts a request that is sent now. For adapters: once for every request, whatever becomes of it.</summary>
    public static void CountRequest()
    {
        for (var scope = Ambient.Value; scope is not null; scope = scope._outer)
        {
            Interlocked.Increment(ref scope._requests);
        }
    }

    /// <summary>Ends the scope; the one around it holds again.</summary>
    public void Dispose() => Ambient.Value = _outer;
}

namespace CrmMapping;

/// <summary>Says for whom the requests of the running piece of work are made and whether it may still make any, and counts them.</summary>
/// <remarks>Flows with the work into whatever it awaits; the work of others is not touched.</remarks>
/// <example><code>using (RequestScope.Begin(RequestPriority.Backfill)) { await session.ReadPageAsync(…); }</code></example>
public sealed class RequestScope : IDisposable
{
    private static readonly AsyncLocal<RequestScope?> Ambient = new();

    private readonly RequestPriority _priority;
    private readonly Action? _check;
    private readonly RequestScope? _outer;
    private long _requests;

    private RequestScope(RequestPriority priority, Action? check, RequestScope? outer) =>
        (_priority, _check, _outer) = (priority, check, outer);

    /// <summary>Gets for whom requests are made here; <see cref="RequestPriority.Routine"/> outside of any scope.</summary>
    public static RequestPriority Priority => Ambient.Value?._priority ?? RequestPriority.Routine;

    /// <summary>Gets how many requests were made within the scope so far, retries included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Begins a scope.</summary>
    /// <param name="priority">For whom requests are made within it.</param>
    /// <returns>The scope, which ends when it is disposed of.</returns>
    public static RequestScope Begin(RequestPriority priority) => Begin(priority, null);

    /// <summary>Counts a request, once the piece of work may still talk to the CRM. Whoever sends requests calls it just before each.</summary>
    /// <exception cref="LeaseLostException">Another worker may have taken over meanwhile: a process that was paused must not go on.</exception>
    public static void EnterRequest()
    {
        Ambient.Value?._check?.Invoke();
        for (var scope = Ambient.Value; scope is not null; scope = scope._outer)
        {
            Interlocked.Increment(ref scope._requests);
        }
    }

    /// <summary>Ends the scope; the one around it holds again.</summary>
    public void Dispose() => Ambient.Value = _outer;

    internal static RequestScope Begin(RequestPriority priority, Action? check) =>
        Ambient.Value = new RequestScope(priority, check, Ambient.Value);
}

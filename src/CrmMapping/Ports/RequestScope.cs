namespace CrmMapping;

/// <summary>Says for whom the requests of the running piece of work are made.</summary>
/// <remarks>Flows with the work into whatever it awaits; the work of others is not touched.</remarks>
/// <example><code>using (RequestScope.Begin(RequestPriority.Backfill)) { await session.ReadPageAsync(…); }</code></example>
public static class RequestScope
{
    private static readonly AsyncLocal<RequestPriority?> Ambient = new();

    /// <summary>Gets for whom requests are made here; <see cref="RequestPriority.Routine"/> outside of any scope.</summary>
    public static RequestPriority Priority => Ambient.Value ?? RequestPriority.Routine;

    /// <summary>Begins a scope.</summary>
    /// <param name="priority">For whom requests are made within it.</param>
    /// <returns>What ends the scope when it is disposed of.</returns>
    public static IDisposable Begin(RequestPriority priority)
    {
        var scope = new Scope(Ambient.Value);
        Ambient.Value = priority;
        return scope;
    }

    private sealed class Scope(RequestPriority? outer) : IDisposable
    {
        public void Dispose() => Ambient.Value = outer;
    }
}

namespace CrmMapping;

/// <summary>Says for whom the requests of the running piece of work are made, and whether it may still make any.</summary>
/// <remarks>Flows with the work into whatever it awaits; the work of others is not touched.</remarks>
/// <example><code>using (RequestScope.Begin(RequestPriority.Backfill)) { await session.ReadPageAsync(…); }</code></example>
public static class RequestScope
{
    private static readonly AsyncLocal<State?> Ambient = new();

    /// <summary>Gets for whom requests are made here; <see cref="RequestPriority.Routine"/> outside of any scope.</summary>
    public static RequestPriority Priority => Ambient.Value?.Priority ?? RequestPriority.Routine;

    /// <summary>Begins a scope.</summary>
    /// <param name="priority">For whom requests are made within it.</param>
    /// <returns>What ends the scope when it is disposed of.</returns>
    public static IDisposable Begin(RequestPriority priority) => Begin(priority, null);

    /// <summary>Sees to it that the piece of work may still talk to the CRM. Whoever sends requests calls it just before each.</summary>
    /// <exception cref="LeaseLostException">Another worker may have taken over meanwhile: a process that was paused must not go on.</exception>
    public static void EnsureOpen() => Ambient.Value?.Check?.Invoke();

    internal static IDisposable Begin(RequestPriority priority, Action? check)
    {
        var scope = new Scope(Ambient.Value);
        Ambient.Value = new State(priority, check);
        return scope;
    }

    private sealed record State(RequestPriority Priority, Action? Check);

    private sealed class Scope(State? outer) : IDisposable
    {
        public void Dispose() => Ambient.Value = outer;
    }
}

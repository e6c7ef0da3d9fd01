namespace CrmMapping;

/// <summary>Says who alone may work on a connection.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Token">The fencing token: a store refuses what comes with a lower one than it has seen.</param>
public sealed record SyncLease(string Connection, string Holder, long Token);

using CrmMapping;

namespace QuickStart;

/// <summary>Counts the requests that a CRM's API asks for at least, whoever the client is.</summary>
internal abstract class LeastRequests
{
    /// <summary>Gets the count so far: at first, the description of the fields.</summary>
    public long Count { get; protected set; } = 1;

    /// <summary>Counts a pull.</summary>
    public abstract void Pull(long contacts);

    /// <summary>Counts a sync of what was edited since.</summary>
    public abstract void Sync(EditCounts edits, OperationCounts synced);

    /// <summary>Counts a sync when nothing changed.</summary>
    public abstract void SyncAtRest();

    protected static long Ceiling(long count, long most, long atLeast = 0) => Math.Max(atLeast, (count + most - 1) / most);
}

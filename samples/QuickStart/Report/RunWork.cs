using CrmMapping;

namespace QuickStart;

/// <summary>Holds what the operations of a run did, and what that cost.</summary>
internal sealed record RunWork(
    OperationCounts Pull, OperationCounts Sync, OperationCounts Again, RequestCounts Requests, long LeastRequests, double Seconds)
{
    /// <summary>Gets what was met beside the engine's issues.</summary>
    public IReadOnlyList<IssueCount> Met { get; init; } = [];

    public long SecondSyncWrites => Again.CreatedLocal + Again.CreatedCrm + Again.UpdatedLocal + Again.UpdatedCrm;

    public long Sum(Func<OperationCounts, long> count) => count(Pull) + count(Sync) + count(Again);
}

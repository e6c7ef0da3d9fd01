using CrmMapping;

namespace QuickStart;

/// <summary>Holds the closing table.</summary>
internal sealed record RunReport
{
    public required long Contacts { get; init; }

    public required OperationCounts Pull { get; init; }

    public required OperationCounts Sync { get; init; }

    public required OperationCounts Again { get; init; }

    public required IReadOnlyList<IssueCount> Issues { get; init; }

    public required RequestCounts Requests { get; init; }

    public required long LeastRequests { get; init; }

    public required double Seconds { get; init; }

    public required long PeakBytes { get; init; }

    public required Differences Differences { get; init; }

    public long Created => Sum(c => c.CreatedLocal + c.CreatedCrm);

    public long Updated => Sum(c => c.UpdatedLocal + c.UpdatedCrm);

    public long WonByCrm => Sum(c => c.ConflictsWonByCrm);

    public long WonHere => Sum(c => c.ConflictsWonByLocal);

    public long Parked => Sum(c => c.ConflictsParked);

    public long Conflicts => WonByCrm + WonHere + Parked;

    public long SecondSyncWrites => Again.CreatedLocal + Again.CreatedCrm + Again.UpdatedLocal + Again.UpdatedCrm;

    public long Sum(Func<OperationCounts, long> count) => count(Pull) + count(Sync) + count(Again);
}

namespace QuickStart;

/// <summary>Holds the closing table.</summary>
internal sealed record RunReport
{
    public required long Contacts { get; init; }

    public required RunWork Work { get; init; }

    public required IReadOnlyList<IssueCount> Issues { get; init; }

    public required long PeakBytes { get; init; }

    public required Differences Differences { get; init; }

    public long CreatedHere => Work.Sum(c => c.CreatedLocal);

    public long CreatedInCrm => Work.Sum(c => c.CreatedCrm);

    public long UpdatedHere => Work.Sum(c => c.UpdatedLocal);

    public long UpdatedInCrm => Work.Sum(c => c.UpdatedCrm);

    public long WonByCrm => Work.Sum(c => c.ConflictsWonByCrm);

    public long WonHere => Work.Sum(c => c.ConflictsWonByLocal);

    public long Parked => Work.Sum(c => c.ConflictsParked);

    public long Conflicts => WonByCrm + WonHere + Parked;

    /// <summary>Counts the issues of a kind; null counts all.</summary>
    public long IssuesOf(IssueKind? kind) => Issues.Where(issue => kind is null || issue.Kind == kind).Sum(issue => issue.Count);
}

namespace CrmMapping;

/// <summary>Holds what an operation found, and what is to be saved with it.</summary>
internal sealed record OperationReport(string Message, IReadOnlyList<OperationLine> Lines)
{
    /// <summary>Gets what completes the commit that ends the run; a preview leaves it out.</summary>
    public Func<SyncCommit, SyncCommit> Complete { get; init; } = static commit => commit;
}

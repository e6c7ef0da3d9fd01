namespace CrmMapping;

/// <summary>Holds what an operation found, and what is to be saved with it.</summary>
internal sealed record OperationReport(string Message, IReadOnlyList<OperationLine> Lines)
{
    /// <summary>Gets what completes the commit that ends the run; a preview leaves it out.</summary>
    public Func<SyncCommit, SyncCommit> Complete { get; init; } = static commit => commit;

    /// <summary>Gets how many requests the operation makes beside those that its preview made, too.</summary>
    public long FurtherRequests { get; init; }

    /// <summary>Tells whether it reads as it did when it was shown.</summary>
    public bool ReadsAs(IEnumerable<OperationLine> shown) =>
        Lines.SequenceEqual(shown.Select(static line => line with { Number = 0 }));
}

namespace CrmMapping;

/// <summary>Gives an operation its contacts, a batch at a time, from where it stopped.</summary>
internal interface IBatchSource
{
    /// <summary>Fills a batch.</summary>
    Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken);
}

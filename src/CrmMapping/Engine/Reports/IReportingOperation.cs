namespace CrmMapping;

/// <summary>Does an operation that is one piece of work and reports what it found, a line each.</summary>
internal interface IReportingOperation
{
    /// <summary>Gets whether a crash can leave a part of the work done, so that what is left to do reads otherwise afterwards.</summary>
    bool IsDoneInParts => false;

    /// <summary>Does the work; a preview changes nothing on either side.</summary>
    Task<OperationReport> RunAsync(bool isPreview, CancellationToken cancellationToken);
}

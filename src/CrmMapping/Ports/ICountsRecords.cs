namespace CrmMapping;

/// <summary>Tells how many records an account has. For sessions of CRMs that know without reading them.</summary>
public interface ICountsRecords
{
    /// <summary>Counts the records, archived ones apart.</summary>
    /// <param name="recordType">The kind of record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are, as far as the CRM's index knows; null when the CRM did not say.</returns>
    Task<long?> CountAsync(RecordType recordType, CancellationToken cancellationToken);
}

namespace CrmMapping;

/// <summary>Creates properties in a CRM that a map needs. For sessions of CRMs whose API lets an integration do so.</summary>
public interface ISetsUpFields
{
    /// <summary>Creates the properties that the account lacks, or says what it would create. Repeating it creates nothing twice.</summary>
    /// <param name="recordType">The kind of record.</param>
    /// <param name="wanted">The properties.</param>
    /// <param name="isPreview">Whether nothing is to be created.</param>
    /// <param name="cancellationToken">Cancels the call; what was created by then stays.</param>
    /// <returns>A line for each property wanted, in order. A property that is there is never altered or deleted.</returns>
    Task<IReadOnlyList<FieldSetUpResult>> SetUpFieldsAsync(
        RecordType recordType, IReadOnlyList<FieldSetUp> wanted, bool isPreview, CancellationToken cancellationToken);
}

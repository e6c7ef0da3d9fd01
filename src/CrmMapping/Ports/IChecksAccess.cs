namespace CrmMapping;

/// <summary>Checks whether the credentials may do what a mapping needs. For sessions of CRMs that tell.</summary>
public interface IChecksAccess
{
    /// <summary>Checks the credentials and what they permit; writes nothing.</summary>
    /// <param name="fields">The mapped fields.</param>
    /// <param name="directions">The direction of each, by ordinal.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A finding for each thing checked, those that are well too: the credentials, each permission, each field that may not be read or
    /// written as its direction needs.
    /// </returns>
    /// <remarks>Credentials that are refused are a finding and not an exception.</remarks>
    Task<IReadOnlyList<AccessFinding>> CheckAccessAsync(
        CrmFieldSet fields, IReadOnlyList<SyncDirection> directions, CancellationToken cancellationToken);
}

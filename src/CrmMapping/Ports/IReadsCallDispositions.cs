namespace CrmMapping;

/// <summary>Reads the outcomes that a CRM offers for calls. For sessions of CRMs that keep calls.</summary>
public interface IReadsCallDispositions
{
    /// <summary>Reads the outcomes as they are now.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcomes, in the CRM's order; those that are offered no more are marked hidden.</returns>
    Task<IReadOnlyList<FieldOption>> ReadCallDispositionsAsync(CancellationToken cancellationToken);
}

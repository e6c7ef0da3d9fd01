namespace CrmMapping;

/// <summary>Tells how many contacts a tenant has. For repositories that can, beside <see cref="IContactRepository{TContact}"/>.</summary>
public interface ICountsContacts
{
    /// <summary>Counts the contacts.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many there are; an estimate will do.</returns>
    Task<long> CountAsync(string tenant, CancellationToken cancellationToken);
}

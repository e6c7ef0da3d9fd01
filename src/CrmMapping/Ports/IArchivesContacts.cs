namespace CrmMapping;

/// <summary>Archives local contacts: an ability that a contact repository may have beside reading and writing.</summary>
public interface IArchivesContacts
{
    /// <summary>Archives contacts; those that are archived or gone already are left so.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="ids">The contacts' ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are archived.</returns>
    Task ArchiveAsync(string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}

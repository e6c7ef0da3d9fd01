namespace CrmMapping;

/// <summary>Keeps the disposition statuses that the host's users may choose from. A host brings it where it keeps a list of its own.</summary>
public interface IDispositionStatuses
{
    /// <summary>Replaces the statuses that came from a connection's CRM, when lead statuses are pulled.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="statuses">The CRM's statuses, in its order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are kept.</returns>
    Task ReplaceAsync(
        string tenant, string connection, IReadOnlyList<CrmChoice> statuses, CancellationToken cancellationToken);
}

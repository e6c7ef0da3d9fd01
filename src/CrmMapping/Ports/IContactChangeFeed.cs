namespace CrmMapping;

/// <summary>Tells which local contacts changed, in order, so that an incremental cycle costs what the changes cost.</summary>
/// <remarks>A host without a feed of its own calls <c>ICrmSync.NoticeLocalChangeAsync</c> where it changes a contact.</remarks>
public interface IContactChangeFeed
{
    /// <summary>Reads changes after a position.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="position">The position; null asks for the present one without reading anything.</param>
    /// <param name="size">The most changes wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The changes, oldest first, and the position after them.</returns>
    Task<LocalChanges> ReadChangesAsync(string tenant, string? position, int size, CancellationToken cancellationToken);
}

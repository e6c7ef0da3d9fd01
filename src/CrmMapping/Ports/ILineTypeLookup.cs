namespace CrmMapping;

/// <summary>Looks up of what kind of line new phone numbers are. A host brings it where it buys such look-ups.</summary>
/// <remarks>
/// Called for numbers that a pull, an import or the routine brings in and that their contact did not have, once each, never by a preview.
/// After a crash the numbers of one batch may be given again.
/// </remarks>
public interface ILineTypeLookup
{
    /// <summary>Looks up numbers; the host keeps the answers.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="numbers">The numbers, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they were taken. What is thrown is logged and does not hold the contacts back.</returns>
    Task LookUpAsync(string tenant, IReadOnlyList<NewNumber> numbers, CancellationToken cancellationToken);
}

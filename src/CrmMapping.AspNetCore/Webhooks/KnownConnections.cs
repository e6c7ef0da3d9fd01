using NodaTime;

namespace CrmMapping;

/// <summary>Lists the connections of a kind. Reads them seldom, so that a flood of false webhooks does not reach the store.</summary>
internal sealed class KnownConnections(ICrmConnections connections, IClock clock)
{
    private static readonly Duration Life = Duration.FromSeconds(5);

    private Listing? _listing;

    public async Task<IReadOnlyList<Connection>> OfAsync(string kind, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_listing is not { } listing || now < listing.ReadAt || now >= listing.ReadAt + Life)
        {
            listing = new Listing(await connections.ReadAllAsync(cancellationToken).ConfigureAwait(false), now);
            _listing = listing;
        }

        return [.. listing.All.Where(connection => connection.Kind == kind)];
    }

    private sealed record Listing(IReadOnlyList<Connection> All, Instant ReadAt);
}

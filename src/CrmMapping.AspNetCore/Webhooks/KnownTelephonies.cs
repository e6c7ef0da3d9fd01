using NodaTime;

namespace CrmMapping;

/// <summary>Lists the telephony accounts of a kind, with what proves their webhooks. Reads them seldom, so that a flood of false webhooks does not reach the host.</summary>
internal sealed class KnownTelephonies(ITelephonyAccounts accounts, IClock clock)
{
    private static readonly Duration Life = Duration.FromSeconds(5);

    private Listing? _listing;

    public async Task<IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)>> OfAsync(
        string kind, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_listing is not { } listing || now < listing.ReadAt || now >= listing.ReadAt + Life)
        {
            listing = new Listing(await ReadAsync(cancellationToken).ConfigureAwait(false), now);
            _listing = listing;
        }

        return [.. listing.All.Where(known => known.Account.Kind == kind)];
    }

    private async Task<IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)>> ReadAsync(CancellationToken cancellationToken)
    {
        var known = new List<(TelephonyAccount, TelephonyCredentials)>();
        foreach (var account in await accounts.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await accounts.FindCredentialsAsync(account, cancellationToken).ConfigureAwait(false) is { } credentials)
            {
                known.Add((account, credentials));
            }
        }

        return known;
    }

    private sealed record Listing(IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)> All, Instant ReadAt);
}

using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Finds out which location credentials open.</summary>
internal sealed class LocationFinder(HighLevelTokenIssuer issuer, HighLevelOptions options, IClock clock)
{
    /// <summary>Asks by a client of its own.</summary>
    /// <returns>The location's id, and what was bought to learn it; null where nothing was.</returns>
    public async Task<(string Id, CrmCredentials? Bought)> FindAsync(
        CrmHttpClient http, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        if (HighLevelLocation.Find(http.Connection, options) is { } known)
        {
            // What may search there opens it; no scope beyond that of contacts is needed.
            await new ContactsApi(http, known).SearchAsync(new ContactSearch { Limit = 1 }, cancellationToken).ConfigureAwait(false);
            return (known, null);
        }

        // Only the answer to a purchase names the location.
        var request = issuer.Ask(http.Connection, credentials, clock.GetCurrentInstant()) ?? throw HighLevelLocation.Unknown(http.Connection);
        using var response = await http.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        var bought = issuer.Read(http.Connection, response, credentials, clock.GetCurrentInstant());
        return HighLevelTokenIssuer.ReadLocation(response) is { } location ? (location, bought) : throw new CrmException(
            CrmFailure.Refused, http.Connection.Name,
            "HighLevel's token opens an agency and no location. Install the app in the location itself and connect that.");
    }
}

using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Reads what a location says of itself: its agency, and whether two contacts may have one key.</summary>
internal sealed class LocationReader(ContactsApi api)
{
    public Task<WireLocation> ReadAsync(CancellationToken cancellationToken) => api.Http.AskAsync(
        ContactsApi.Get(Requests.ReadLocation, HighLevelPaths.Location(api.LocationId)),
        static answer => HighLevelJson.Read(answer, HighLevelJson.Default.WireLocationAnswer).Location, cancellationToken);

    /// <summary>Tells whether a create is refused where the contact is there already.</summary>
    /// <returns>False too where the credentials do not allow to ask.</returns>
    public async Task<bool> ForbidsDuplicatesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(cancellationToken).ConfigureAwait(false)).Settings?.AllowDuplicateContact == false;
        }
        catch (CrmException refusal) when (refusal.Failure == CrmFailure.Permission)
        {
            return false;
        }
    }
}

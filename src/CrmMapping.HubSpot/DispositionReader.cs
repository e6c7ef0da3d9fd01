using System.Text.Json;

namespace CrmMapping.HubSpot;

/// <summary>Reads the outcomes that an account offers for calls.</summary>
internal sealed class DispositionReader(ContactsApi api)
{
    public async Task<IReadOnlyList<FieldOption>> ReadAsync(CancellationToken cancellationToken)
    {
        var outcomes = await api.Http.AskAsync(
            ContactsApi.Get("read call outcomes", HubSpotPaths.Dispositions),
            static answer => HubSpotJson.Read(answer, HubSpotJson.Default.IReadOnlyListWireDisposition),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. outcomes.OfType<WireDisposition>().Where(static outcome => outcome.Id is { Length: > 0 })
                .Select(static outcome => new FieldOption(outcome.Id!, outcome.Label ?? outcome.Id!, outcome.Deleted == true)),
        ];
    }
}

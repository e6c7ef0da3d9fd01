using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Reads when properties last changed.</summary>
internal sealed class HistoryReader(ContactsApi api)
{
    // History halves what a batch takes.
    private const int MaxBatch = 50;

    public async Task<IReadOnlyList<CrmFieldTime>> ReadAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        List<CrmFieldTime> times = [];
        foreach (var batch in ids.Distinct(StringComparer.Ordinal).Chunk(MaxBatch))
        {
            using var body = new RequestBody();
            ContactBodies.Read(body, batch, [], ContactsApi.Names.Of(fields).Keys, idProperty: null);
            var list = await api.Http.AskAsync(
                ContactsApi.Post("read history", api.Paths.BatchRead, body),
                static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireListWireHistory),
                cancellationToken).ConfigureAwait(false);
            foreach (var record in list.Results.OfType<WireHistory>())
            {
                Add(times, fields, record);
            }
        }

        return times;
    }

    private static void Add(List<CrmFieldTime> times, CrmFieldSet fields, WireHistory record)
    {
        if (record.Id is not { Length: > 0 } id || record.PropertiesWithHistory is not { } history)
        {
            return;
        }

        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            // HubSpot promises no order of the entries.
            if (history.TryGetValue(fields.Fields[ordinal].Key, out var changes) && changes?.Max(change => change.Timestamp) is { } latest)
            {
                times.Add(new CrmFieldTime(id, ordinal, Instant.FromDateTimeOffset(latest)));
            }
        }
    }
}

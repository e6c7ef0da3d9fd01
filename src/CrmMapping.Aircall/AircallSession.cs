using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>Talks to one Aircall company.</summary>
internal sealed class AircallSession(CrmHttpClient http, IClock clock) : ITelephonySession
{
    private readonly TagReader _tags = new(http);
    private readonly CallReader _calls = new(http, clock);

    public Task<IReadOnlyList<CallTag>> ReadTagsAsync(CancellationToken cancellationToken) => _tags.ReadAsync(cancellationToken);

    public Task<CallPage> ReadCallsAsync(Instant since, string? cursor, CancellationToken cancellationToken) =>
        _calls.ReadPageAsync(CallCursor.Read(http.Connection, since, cursor), cancellationToken);

    public async Task<IReadOnlyList<PhoneCall>> ReadCallsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var calls = new List<PhoneCall>(ids.Count);
        foreach (var id in ids)
        {
            if (await _calls.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } call)
            {
                calls.Add(call);
            }
        }

        return calls;
    }
}

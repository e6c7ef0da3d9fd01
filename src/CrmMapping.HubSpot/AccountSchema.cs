using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Reads an account's properties and remembers which there are.</summary>
internal sealed class AccountSchema(ContactsApi api, AccountDay day, IClock clock)
{
    // An account whose answers leave empty properties out is asked no more often than this what it has.
    private static readonly Duration TrustedFor = Duration.FromMinutes(1);

    private volatile Schema? _known;
    private volatile bool _leavesEmptyOut;

    public async Task<IReadOnlyList<FieldDescriptor>> ReadAsync(CancellationToken cancellationToken)
    {
        var (list, isDayNearlyOver) = await api.Http.AskAsync(
            ContactsApi.Get("describe contacts", api.Paths.Properties),
            static answer => (
                HubSpotJson.Read(answer, HubSpotJson.Default.WireListWireProperty),
                IsDayNearlyOver(answer)),
            cancellationToken).ConfigureAwait(false);
        var fields = list.Results.OfType<WireProperty>()
            .Where(static property => property is { Name.Length: > 0, Archived: not true })
            .Select(PropertyTypes.Describe)
            .ToList();
        _known = new Schema(
            fields.DistinctBy(static field => field.Key).ToDictionary(static field => field.Key, StringComparer.Ordinal), clock.GetCurrentInstant());
        if (isDayNearlyOver && !day.IsSettled)
        {
            await ReadDayAsync(cancellationToken).ConfigureAwait(false);
        }

        return fields;
    }

    /// <summary>Tells whether a property may be the key of an upsert, as far as is known.</summary>
    public bool MayBeKey(string property) => _known is not { } known || known.Fields.GetValueOrDefault(property) is { IsUnique: true };

    /// <summary>Makes blank what did not come although the account has it: some answers leave empty properties out.</summary>
    /// <remarks>
    /// A property that was removed does not come either, and is not blank for that. Where one comes with no record at all, the account is
    /// asked whether it still has it.
    /// </remarks>
    public async Task CompleteAsync(CrmFieldSet fields, CrmPage page, CancellationToken cancellationToken)
    {
        if (_known is not { } known || page.Count == 0)
        {
            return;
        }

        var mayTrust = _leavesEmptyOut && clock.GetCurrentInstant() <= known.ReadAt + TrustedFor;
        if (!mayTrust && AnyCameWithNobody(fields, page, known))
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            known = _known;
            _leavesEmptyOut = AnyCameWithNobody(fields, page, known);
        }

        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (known.Fields.ContainsKey(fields.Fields[ordinal].Key))
            {
                Complete(page, ordinal);
            }
        }
    }

    private static bool AnyCameWithNobody(CrmFieldSet fields, CrmPage page, Schema known) => page.Any(static record => !record.IsArchived)
        && Enumerable.Range(0, fields.Count).Any(ordinal => known.Fields.ContainsKey(fields.Fields[ordinal].Key)
            && page.All(record => record.IsArchived || record.Values.IsUnknown(ordinal)));

    private static void Complete(CrmPage page, int ordinal)
    {
        foreach (var record in page)
        {
            if (record.Values.IsUnknown(ordinal))
            {
                record.Values.SetBlank(ordinal);
            }
        }
    }

    // What is left of a tenth lasts longer than it is until the next description, so that nobody is asked before it matters.
    private static bool IsDayNearlyOver(CrmResponse answer) =>
        answer.NumberHeader("X-HubSpot-RateLimit-Daily") is { } all
        && answer.NumberHeader("X-HubSpot-RateLimit-Daily-Remaining") is { } left && left < all / 10;

    // A comfort: without it a used-up day is asked about once an hour.
    private async Task ReadDayAsync(CancellationToken cancellationToken)
    {
        try
        {
            var request = ContactsApi.Get("read the account", api.Paths.Account);
            using var response = await api.Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var account = response.IsSuccess
                ? api.Http.Read(request, response, static answer => HubSpotJson.Read(answer, HubSpotJson.Default.WireAccount))
                : null;
            day.Learn(account?.TimeZone, account?.UtcOffsetMilliseconds);
        }
        catch (CrmException failure) when (failure.Failure == CrmFailure.Passing)
        {
            // It was logged, and is asked for again with the next description.
        }
    }

    private sealed record Schema(IReadOnlyDictionary<string, FieldDescriptor> Fields, Instant ReadAt);
}

using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Reads an account's properties and remembers which there are.</summary>
internal sealed class AccountSchema(ContactsApi api, AccountDay day)
{
    private volatile Dictionary<string, FieldDescriptor>? _known;

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
        _known = fields.DistinctBy(static field => field.Key).ToDictionary(static field => field.Key, StringComparer.Ordinal);
        if (isDayNearlyOver && !day.IsSettled)
        {
            await ReadDayAsync(cancellationToken).ConfigureAwait(false);
        }

        return fields;
    }

    /// <summary>Tells whether a property may be the key of an upsert, as far as is known.</summary>
    public bool MayBeKey(string property) => _known is not { } known || known.GetValueOrDefault(property) is { IsUnique: true };

    /// <summary>Makes blank what did not come although the account has it: some answers leave empty properties out.</summary>
    public void Complete(CrmFieldSet fields, CrmPage page)
    {
        if (_known is not { } known)
        {
            return;
        }

        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (!known.ContainsKey(fields.Fields[ordinal].Key))
            {
                continue;
            }

            foreach (var record in page)
            {
                if (record.Values.IsUnknown(ordinal))
                {
                    record.Values.SetBlank(ordinal);
                }
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
}

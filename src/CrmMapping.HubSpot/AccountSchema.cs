using System.Text.Json;

namespace CrmMapping.HubSpot;

/// <summary>Reads an account's properties and remembers which there are.</summary>
internal sealed class AccountSchema(ContactsApi api)
{
    private volatile HashSet<string>? _known;

    public async Task<IReadOnlyList<FieldDescriptor>> ReadAsync(CancellationToken cancellationToken)
    {
        var request = ContactsApi.Get("describe contacts", api.Paths.Properties);
        using var response = await api.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var list = api.Parse(response, json => JsonSerializer.Deserialize(json.Span, HubSpotJson.Default.WireListWireProperty));
        var fields = (list?.Results ?? [])
            .Where(property => property is { Name.Length: > 0, Archived: not true })
            .Select(PropertyTypes.Describe)
            .ToList();
        _known = fields.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        return fields;
    }

    /// <summary>Makes blank what did not come although the account has it: some answers leave empty properties out.</summary>
    public void Complete(CrmFieldSet fields, CrmPage page)
    {
        if (_known is not { } known)
        {
            return;
        }

        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (!known.Contains(fields.Fields[ordinal].Key))
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
}

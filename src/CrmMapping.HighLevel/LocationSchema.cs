using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Reads a location's custom fields and remembers them, as values name fields by id alone.</summary>
internal sealed class LocationSchema(ContactsApi api, IClock clock)
{
    // No more often than this it is asked whether a field that came with nobody is still there.
    private static readonly Duration TrustedFor = Duration.FromMinutes(1);

    private volatile Known? _known;
    private volatile bool _leavesEmptyOut;

    public async Task<IReadOnlyList<FieldDescriptor>> DescribeAsync(CancellationToken cancellationToken)
    {
        var custom = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return [.. HighLevelFields.Known, .. custom.All.Select(static field => field.Field)];
    }

    /// <summary>Gets what is known of the custom fields among those asked for; asks only where one is not known.</summary>
    public async Task<CustomFields> ForAsync(CrmFieldSet fields, CancellationToken cancellationToken)
    {
        var added = fields.Fields.Where(static field => !HighLevelFields.IsKnown(field.Key)).ToList();
        if (added.Count == 0)
        {
            return CustomFields.None;
        }

        var isEnough = _known is { } known
            && (added.TrueForAll(field => known.Fields.Find(field.Key) is not null) || IsFresh(known));
        return isEnough ? _known!.Fields : await ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes blank what did not come although the location has it: a contact holds only the custom fields that have a value.</summary>
    /// <remarks>A field that was removed does not come either, and is not blank for that.</remarks>
    public async Task CompleteAsync(CrmFieldSet fields, CrmPage page, CancellationToken cancellationToken)
    {
        if (_known is not { } known || page.Count == 0)
        {
            return;
        }

        if (!(_leavesEmptyOut && IsFresh(known)) && AnyCameWithNobody(fields, page, known.Fields))
        {
            await ReadAsync(cancellationToken).ConfigureAwait(false);
            known = _known;
            _leavesEmptyOut = AnyCameWithNobody(fields, page, known.Fields);
        }

        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (known.Fields.Find(fields.Fields[ordinal].Key) is not null)
            {
                Complete(page, ordinal);
            }
        }
    }

    private static bool AnyCameWithNobody(CrmFieldSet fields, CrmPage page, CustomFields custom) => page.Any(static record => !record.IsArchived)
        && Enumerable.Range(0, fields.Count).Any(ordinal => custom.Find(fields.Fields[ordinal].Key) is not null
            && page.All(record => record.IsArchived || record.Values.IsUnknown(ordinal)));

    private static void Complete(CrmPage page, int ordinal)
    {
        foreach (var record in page.Where(record => record.Values.IsUnknown(ordinal)))
        {
            record.Values.SetBlank(ordinal);
        }
    }

    private bool IsFresh(Known known) => clock.GetCurrentInstant() <= known.ReadAt + TrustedFor;

    private async Task<CustomFields> ReadAsync(CancellationToken cancellationToken)
    {
        var list = await api.Http.AskAsync(
            ContactsApi.Get(Requests.Describe, HighLevelPaths.Fields(api.LocationId) + "?model=contact"),
            static answer => HighLevelJson.Read(answer, HighLevelJson.Default.WireFields), cancellationToken).ConfigureAwait(false);
        var custom = new CustomFields(list.CustomFields.OfType<WireField>().Select(FieldTypes.Describe).OfType<CustomField>());
        _known = new Known(custom, clock.GetCurrentInstant());
        return custom;
    }

    private sealed record Known(CustomFields Fields, Instant ReadAt);
}

using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Reads a company's field definitions and remembers which custom fields there are, for all sessions of a connection.</summary>
internal sealed class AccountSchema(IClock clock)
{
    // A company whose answers leave empty fields out is asked no more often than this what it has.
    private static readonly Duration TrustedFor = Duration.FromMinutes(1);

    private readonly Lock _lock = new();
    private volatile Schema? _known;
    private volatile bool _leavesEmptyOut;
    private Task? _recheck;
    private Instant _recheckedAt;

    public async Task<IReadOnlyList<FieldDescriptor>> ReadAsync(ContactsApi api, CancellationToken cancellationToken)
    {
        List<WireField> definitions = [];
        string? cursor = null;
        do
        {
            var list = await api.Http.AskAsync(
                ContactsApi.Get("describe fields", PipedrivePaths.Fields(cursor)),
                static answer => PipedriveJson.Read(answer, PipedriveJson.Default.WireListWireField),
                cancellationToken).ConfigureAwait(false);
            definitions.AddRange(list.Data.OfType<WireField>().Where(static field => field.FieldCode is { Length: > 0 }));
            cursor = api.Onward(cursor, list.AdditionalData?.NextCursor);
        }
        while (cursor is not null);

        var custom = definitions.Where(static field => PersonKey.IsCustom(field.FieldCode!)).DistinctBy(static field => field.FieldCode).ToList();
        _known = new Schema(
            custom.ToDictionary(static field => field.FieldCode!, static field => PropertyTypes.ShapeOf(field.FieldType), StringComparer.Ordinal),
            clock.GetCurrentInstant());
        return [.. Own(definitions), .. custom.SelectMany(PropertyTypes.Describe)];
    }

    /// <summary>Gives the shapes of custom fields; where one of them is not known, the company is asked.</summary>
    /// <returns>The shapes by key; a field that is not there has none.</returns>
    public async Task<IReadOnlyDictionary<string, FieldShape>> ShapesAsync(
        ContactsApi api, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var isKnown = _known is { } known
            && (keys.All(known.Shapes.ContainsKey) || clock.GetCurrentInstant() <= known.ReadAt + TrustedFor);
        if (!isKnown)
        {
            await ReadAsync(api, cancellationToken).ConfigureAwait(false);
        }

        return _known!.Shapes;
    }

    /// <summary>Gives the shapes of custom fields of which one was refused: the company is asked whether it still has them, at most once a minute.</summary>
    public async Task<IReadOnlyDictionary<string, FieldShape>> RecheckAsync(
        ContactsApi api, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (!keys.All(key => _known?.Shapes.ContainsKey(key) == true))
        {
            return await ShapesAsync(api, keys, cancellationToken).ConfigureAwait(false);
        }

        await Recheck(api).WaitAsync(cancellationToken).ConfigureAwait(false);
        return _known!.Shapes;
    }

    /// <summary>Makes blank what did not come although the company has it: some answers leave empty fields out.</summary>
    /// <remarks>
    /// A field that was removed does not come either, and is not blank for that. Where one comes with no record at all, the company is
    /// asked whether it still has it. What only contact sync brings stays unknown without it.
    /// </remarks>
    public async Task CompleteAsync(ContactsApi api, CrmFieldSet fields, CrmPage page, CancellationToken cancellationToken)
    {
        var custom = PersonLayout.Of(fields).Custom.ToList();
        if (_known is not { } known || page.Count == 0 || custom.Count == 0)
        {
            return;
        }

        var mayTrust = _leavesEmptyOut && clock.GetCurrentInstant() <= known.ReadAt + TrustedFor;
        if (!mayTrust && AnyCameWithNobody(custom, page, known))
        {
            await ReadAsync(api, cancellationToken).ConfigureAwait(false);
            known = _known;
            _leavesEmptyOut = AnyCameWithNobody(custom, page, known);
        }

        foreach (var place in custom.Where(place => known.Shapes.ContainsKey(place.Property)))
        {
            foreach (var record in page.Where(record => record.HasValues && !Came(record, place)))
            {
                place.Clear(record.Values);
            }
        }
    }

    // Several writes may be refused at once: all wait for one answer, whoever gives up.
    private Task Recheck(ContactsApi api)
    {
        lock (_lock)
        {
            if (_recheck is null or { IsFaulted: true } || clock.GetCurrentInstant() > _recheckedAt + TrustedFor)
            {
                _recheckedAt = clock.GetCurrentInstant();
                _recheck = ReadAsync(api, CancellationToken.None);
            }

            return _recheck;
        }
    }

    private static bool AnyCameWithNobody(List<PersonPlace> custom, CrmPage page, Schema known) => page.Any(static record => !record.IsArchived)
        && custom.Exists(place => known.Shapes.ContainsKey(place.Property) && page.All(record => record.IsArchived || !Came(record, place)));

    private static bool Came(CrmRecord record, PersonPlace place) => !record.Values.IsUnknown(place.Fields[0].Ordinal);

    // What of Pipedrive's own fields the company has and what it may choose from; a definition may bear the singular of the property's name.
    private static IEnumerable<FieldDescriptor> Own(List<WireField> definitions)
    {
        var byCode = definitions.DistinctBy(static field => field.FieldCode).ToDictionary(static field => field.FieldCode!, StringComparer.Ordinal);
        foreach (var field in PipedriveFields.Always)
        {
            yield return Live(field, byCode);
        }

        foreach (var field in PipedriveFields.ContactSync.Concat(PipedriveFields.OnRequest))
        {
            if (byCode.ContainsKey(PersonKey.Parse(field.Key).Property))
            {
                yield return Live(field, byCode);
            }
        }
    }

    private static FieldDescriptor Live(FieldDescriptor field, Dictionary<string, WireField> byCode)
    {
        var definition = byCode.GetValueOrDefault(field.Key) ?? (field.Key == "label_ids" ? byCode.GetValueOrDefault("label") : null);
        if (definition is null)
        {
            return field;
        }

        var options = field.Type is FieldType.Picklist or FieldType.MultiPicklist ? PropertyTypes.Options(definition) : [];
        return field with { Label = PropertyTypes.LabelOf(definition), Options = options.Count > 0 ? options : field.Options };
    }

    private sealed record Schema(IReadOnlyDictionary<string, FieldShape> Shapes, Instant ReadAt);
}

using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Gives each part of a batch's answer to the write that it speaks of. HubSpot keeps no order.</summary>
internal sealed class BatchAnswer
{
    private readonly CrmFieldSet _fields;
    private readonly CrmFieldSet _read;
    private readonly WriteBatch _batch;
    private readonly CrmPage _page;
    private readonly int _key;
    private readonly Dictionary<PendingWrite, WriteRefusal> _refusals = [];
    private readonly Dictionary<string, PendingWrite> _byTrace;
    private readonly Dictionary<string, PendingWrite> _byId;

    public BatchAnswer(CrmFieldSet fields, WriteBatch batch, CrmPage page, string? externalId)
    {
        (_fields, _batch, _page) = (fields, batch, page);
        (_read, _key) = batch.Kind == BatchKind.Upsert ? WithKey(fields, externalId!) : (fields, FieldNames.None);
        _byTrace = batch.Writes.ToDictionary(ContactBodies.TraceId, StringComparer.Ordinal);
        _byId = batch.Writes.Where(static write => write.Write.Id is not null)
            .ToDictionary(static write => write.Write.Id!, StringComparer.Ordinal);
    }

    private IEnumerable<PendingWrite> Open => _batch.Writes.Where(write => write.Result is null && !_refusals.ContainsKey(write));

    /// <summary>Reads the answer and ends the writes that were done.</summary>
    /// <returns>The writes that were refused, and why.</returns>
    /// <exception cref="System.Text.Json.JsonException">The answer is none.</exception>
    public IReadOnlyDictionary<PendingWrite, WriteRefusal> Read(ReadOnlySpan<byte> json)
    {
        List<string?> traces = [];
        var tail = ContactPageReader.Read(json, ContactsApi.Names.Of(_read), _page, traceIds: traces);
        IReadOnlyList<HubSpotRefusal> refusals = tail.HasErrors ? RefusalReader.ReadAll(json[tail.Errors]) : [];
        List<CrmRecord> strays = [];
        for (var index = 0; index < _page.Count; index++)
        {
            var named = Named(_page[index], traces[index]);
            if (named is { Result: null })
            {
                End(named, _page[index]);
            }
            else if (named is null)
            {
                strays.Add(_page[index]);
            }
        }

        foreach (var refusal in refusals)
        {
            Refuse(refusal);
        }

        foreach (var stray in strays)
        {
            Match(stray);
        }

        return _refusals;
    }

    // The key is read back, mapped or not: it says which write made the record, whatever the other values are.
    private static (CrmFieldSet Read, int Key) WithKey(CrmFieldSet fields, string externalId)
    {
        var ordinal = fields.Fields.Select(static field => field.Key).ToList().IndexOf(externalId);
        return ordinal >= 0
            ? (fields, ordinal)
            : (new CrmFieldSet(fields.RecordType, [.. fields.Fields, new FieldDescriptor { Key = externalId, Type = FieldType.Text }]), fields.Count);
    }

    private PendingWrite? Named(CrmRecord record, string? trace)
    {
        if (trace is not null && _byTrace.TryGetValue(trace, out var traced))
        {
            return traced;
        }

        if (_key == FieldNames.None)
        {
            return _byId.GetValueOrDefault(record.Id);
        }

        var key = record.Values.Value(_key).Text;
        return _batch.Writes.FirstOrDefault(write => write.Write.LocalId == key);
    }

    private void End(PendingWrite write, CrmRecord record)
    {
        var confirmed = new RecordBuffer(_fields.Count);
        for (var ordinal = 0; ordinal < _fields.Count; ordinal++)
        {
            confirmed.Copy(ordinal, record.Values);
        }

        write.End(new CrmWriteResult
        {
            Outcome = CrmWriteOutcome.Written,
            Id = record.Id,
            Confirmed = confirmed,
            ModifiedAt = record.ModifiedAt,
        });
    }

    private void Refuse(HubSpotRefusal refusal)
    {
        var named = refusal.TraceIds.Select(trace => _byTrace.GetValueOrDefault(trace))
            .Concat(refusal.Ids.Select(id => _byId.GetValueOrDefault(id)))
            .OfType<PendingWrite>().Where(static write => write.Result is null).Distinct().ToList();
        if (named.Count == 0 && Open.ToList() is [var only])
        {
            named.Add(only);
        }

        foreach (var write in named)
        {
            _refusals.TryAdd(write, refusal.ToWriteRefusal());
        }
    }

    // A create whose trace id did not come back is known by what was written.
    private void Match(CrmRecord record)
    {
        var match = Open.Where(static write => write.Write.Kind == CrmWriteKind.Create)
            .Select(write => (Write: write, Score: Score(write, record))).Where(static scored => scored.Score >= 0)
            .OrderByDescending(static scored => scored.Score).FirstOrDefault();
        if (match.Write is not null)
        {
            End(match.Write, record);
        }
    }

    private int Score(PendingWrite write, CrmRecord record)
    {
        var score = 0;
        for (var ordinal = 0; ordinal < _fields.Count; ordinal++)
        {
            if (!write.Writes(ordinal) || record.Values.IsUnknown(ordinal))
            {
                continue;
            }

            var sent = write.Write.Values[ordinal];
            var held = record.Values[ordinal];
            var same = sent.SequenceEqual(held) || System.Text.Ascii.EqualsIgnoreCase(sent, held);
            var isKey = _fields.Fields[ordinal].Type is FieldType.Email || _fields.Fields[ordinal].IsUnique;
            if (isKey && !same)
            {
                return -1;
            }

            score += same ? (isKey ? 1000 : 1) : 0;
        }

        return score;
    }
}

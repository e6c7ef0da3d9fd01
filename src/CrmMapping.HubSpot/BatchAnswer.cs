namespace CrmMapping.HubSpot;

/// <summary>Gives each part of a batch's answer to the write that it speaks of. HubSpot keeps no order.</summary>
internal sealed class BatchAnswer(CrmFieldSet fields, WriteBatch batch, CrmPage page)
{
    private readonly Dictionary<PendingWrite, HubSpotRefusal> _refusals = [];
    private readonly Dictionary<string, PendingWrite> _byTrace = batch.Writes.ToDictionary(write => write.TraceId, StringComparer.Ordinal);
    private readonly Dictionary<string, PendingWrite> _byId = batch.Writes.Where(write => write.Write.Id is not null)
        .ToDictionary(write => write.Write.Id!, StringComparer.Ordinal);

    /// <summary>Gets the writes that were refused, and why.</summary>
    public IReadOnlyDictionary<PendingWrite, HubSpotRefusal> Refusals => _refusals;

    /// <summary>Reads the answer and ends the writes that were done.</summary>
    /// <exception cref="System.Text.Json.JsonException">The answer is none.</exception>
    public void Read(ReadOnlySpan<byte> json)
    {
        List<string?> traces = [];
        var tail = ContactPageReader.Read(json, fields, page, traces);
        IReadOnlyList<HubSpotRefusal> refusals = tail.HasErrors ? HubSpotRefusal.ReadAll(json[tail.Errors]) : [];
        List<CrmRecord> strays = [];
        for (var index = 0; index < page.Count; index++)
        {
            var named = traces[index] is { } trace && _byTrace.TryGetValue(trace, out var traced) ? traced : _byId.GetValueOrDefault(page[index].Id);
            if (named is { Result: null })
            {
                End(named, page[index]);
            }
            else if (named is null)
            {
                strays.Add(page[index]);
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
    }

    private static void End(PendingWrite write, CrmRecord record)
    {
        var confirmed = new RecordBuffer(record.Values.Count);
        for (var ordinal = 0; ordinal < record.Values.Count; ordinal++)
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

    private IEnumerable<PendingWrite> Open => batch.Writes.Where(write => write.Result is null && !_refusals.ContainsKey(write));

    private void Refuse(HubSpotRefusal refusal)
    {
        var named = refusal.TraceIds.Select(trace => _byTrace.GetValueOrDefault(trace))
            .Concat(refusal.Ids.Select(id => _byId.GetValueOrDefault(id)))
            .OfType<PendingWrite>().Where(write => write.Result is null).Distinct().ToList();
        if (named.Count == 0 && Open.ToList() is [var only])
        {
            named.Add(only);
        }

        foreach (var write in named)
        {
            _refusals.TryAdd(write, refusal);
        }
    }

    // A create whose trace id did not come back is known by what was written.
    private void Match(CrmRecord record)
    {
        var match = Open.Where(write => write.Write.Kind == CrmWriteKind.Create)
            .Select(write => (Write: write, Score: Score(write, record))).Where(scored => scored.Score >= 0)
            .OrderByDescending(scored => scored.Score).FirstOrDefault();
        if (match.Write is not null)
        {
            End(match.Write, record);
        }
    }

    private int Score(PendingWrite write, CrmRecord record)
    {
        var score = 0;
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (!write.Writes(ordinal) || record.Values.IsUnknown(ordinal))
            {
                continue;
            }

            var same = System.Text.Ascii.EqualsIgnoreCase(write.Write.Values[ordinal], record.Values[ordinal]);
            var isKey = fields.Fields[ordinal].Type is FieldType.Email || fields.Fields[ordinal].IsUnique;
            if (isKey && !same)
            {
                return -1;
            }

            score += same ? (isKey ? 1000 : 1) : 0;
        }

        return score;
    }
}

using NodaTime;

namespace CrmMapping;

/// <summary>Holds the times of change that are known of one contact.</summary>
internal readonly record struct RecordEvidence
{
    public Instant? LocalModifiedAt { get; init; }

    public Instant? CrmModifiedAt { get; init; }

    /// <summary>Gets the local fields' own times, by local key.</summary>
    public IReadOnlyDictionary<string, Instant>? LocalFields { get; init; }

    /// <summary>Gets the CRM fields' own times, by CRM key.</summary>
    public IReadOnlyDictionary<string, Instant>? CrmFields { get; init; }

    /// <summary>Gets whether the CRM's history was read, so that asking for it again tells nothing new.</summary>
    public bool HistoryWasRead { get; init; }

    public FieldEvidence Of(FieldMapping mapping, EvidenceRule rule)
    {
        var local = Time(LocalFieldTime(mapping), LocalModifiedAt, rule);
        var crm = Time(Find(CrmFields, mapping.Crm.Key), CrmModifiedAt, rule);
        return new FieldEvidence(local, crm);
    }

    private static ChangeTime Time(Instant? field, Instant? record, EvidenceRule rule) => (field, record) switch
    {
        ({ } at, _) => ChangeTime.OfField(at),
        (_, { } at) when rule == EvidenceRule.RecordTimes => ChangeTime.OfRecord(at),
        _ => ChangeTime.None,
    };

    private static Instant? Find(IReadOnlyDictionary<string, Instant>? times, string key) =>
        times is not null && times.TryGetValue(key, out var at) ? at : null;

    // A computed value changed when the latest of its sources did.
    private Instant? LocalFieldTime(FieldMapping mapping)
    {
        var latest = Find(LocalFields, mapping.Local.Key);
        foreach (var source in mapping.ChangedBy)
        {
            if (Find(LocalFields, source) is { } at && (latest is null || at > latest))
            {
                latest = at;
            }
        }

        return latest;
    }
}

using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Merges two contacts: into a third record with a new id, or into the primary one.</summary>
internal sealed class RecordMerger(HubSpotPortal portal)
{
    private const int MostMerges = 250;

    private const string AdditionalEmails = "hs_additional_emails";
    private const string MergedIds = "hs_merged_object_ids";
    private const string MergedVids = "hs_calculated_merged_vids";

    public CrmRecord Merge(ObjectKind kind, CrmRecord primary, CrmRecord other, WriteOrigin origin)
    {
        if (primary.Id == other.Id)
            throw HubSpotProblem.Invalid($"Cannot merge object {primary.Id} with itself");
        var absorbed = Absorbed(kind, primary, other);
        if (absorbed.Length > MostMerges)
            throw new HubSpotProblem(414, null, "Cannot have more than 250 identities on a profile");

        var stamp = new Stamp(portal.Now, origin);
        var values = Combine(kind, primary, other, absorbed, stamp.At);
        var moved = values.Count(pair => primary[pair.Key] != pair.Value);
        var survivor = portal.Options.MergeKeepsWinnerId ? primary : NewRecord(kind, primary, other, stamp);
        foreach (var loser in new[] { primary, other }.Where(record => record != survivor))
        {
            kind.Unique.ReleaseAll(loser);
            kind.Records.Remove(loser, survivor.Id);
        }

        foreach (var (ordinal, value) in values.Where(pair => survivor[pair.Key] != pair.Value))
            RecordEditor.Set(kind, survivor, ordinal, value, stamp);
        portal.Webhooks.Merged(kind, primary.Id, other.Id, survivor.Id, moved, stamp);
        return survivor;
    }

    private CrmRecord NewRecord(ObjectKind kind, CrmRecord primary, CrmRecord other, Stamp stamp)
    {
        var record = new CrmRecord(portal.NextId(), stamp.At) { CreatedAt = Instant.Min(primary.CreatedAt, other.CreatedAt) };
        kind.Records.Add(record);
        return record;
    }

    private string[] Absorbed(ObjectKind kind, CrmRecord primary, CrmRecord other)
    {
        var ordinal = kind.Schema.Find(MergedIds);
        string[] own = portal.Options.MergeKeepsWinnerId ? [$"{other.Id}"] : [$"{primary.Id}", $"{other.Id}"];
        return [.. UniqueValues.Addresses(primary[ordinal]), .. UniqueValues.Addresses(other[ordinal]), .. own];
    }

    private static List<KeyValuePair<int, string?>> Combine(
        ObjectKind kind, CrmRecord primary, CrmRecord other, string[] absorbed, Instant now)
    {
        var schema = kind.Schema;
        var values = new List<KeyValuePair<int, string?>>();
        for (var ordinal = 0; ordinal < schema.Count; ordinal++)
        {
            var value = schema[ordinal].Name switch
            {
                MergedIds => string.Join(';', absorbed),
                MergedVids => string.Join(';', absorbed.Select(id => $"{id}:{now.ToUnixTimeMilliseconds()}")),
                AdditionalEmails => OtherAddresses(schema, primary, other),
                _ => primary[ordinal] ?? other[ordinal],
            };
            if (value is not null)
                values.Add(new(ordinal, value));
        }

        return values;
    }

    private static string? OtherAddresses(Schema schema, CrmRecord primary, CrmRecord other)
    {
        var (email, more) = (schema.Find(UniqueValues.Email), schema.Find(AdditionalEmails));
        var main = primary[email] ?? other[email];
        string[] all = [.. UniqueValues.Addresses(primary[more]), .. UniqueValues.Addresses(other[email]), .. UniqueValues.Addresses(other[more])];
        var rest = all.Where(address => address != main).Distinct(StringComparer.Ordinal).ToArray();
        return rest.Length is 0 ? null : string.Join(';', rest);
    }
}

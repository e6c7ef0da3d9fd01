namespace CrmMapping.Emulators;

/// <summary>Writes records: checks first, then changes values, history, unique values and webhooks together.</summary>
internal sealed class RecordEditor(HubSpotPortal portal)
{
    private readonly ValueCheck _check = new(portal.Owners.Exists);

    /// <summary>Checks a write without doing it.</summary>
    /// <exception cref="HubSpotProblem">A property is bad, or a unique value is taken.</exception>
    public PreparedWrite Prepare(ObjectKind kind, CrmRecord? record, IReadOnlyList<KeyValuePair<string, string?>> input, WriteOrigin origin)
    {
        var values = new List<KeyValuePair<int, string?>>(input.Count);
        var faults = new List<PropertyFault>();
        foreach (var (name, raw) in input)
        {
            if (CheckOne(kind, record, name, raw, origin, values) is { } fault)
                faults.Add(fault);
        }

        if (faults.Count > 0)
            throw HubSpotProblem.InvalidProperties(faults);
        foreach (var (ordinal, value) in values)
            RefuseTaken(kind, record, kind.Schema[ordinal], value);
        return new PreparedWrite(values);
    }

    public CrmRecord Create(ObjectKind kind, PreparedWrite write, WriteOrigin origin)
    {
        var stamp = new Stamp(portal.Now, origin);
        var record = new CrmRecord(portal.NextId(), stamp.At);
        record.Reserve(kind.Schema.Count, write.Values.Count);
        kind.Records.Add(record);
        portal.Webhooks.Created(kind, record, stamp);
        Apply(kind, record, write, stamp);
        return record;
    }

    public void Update(ObjectKind kind, CrmRecord record, PreparedWrite write, WriteOrigin origin)
    {
        var stamp = new Stamp(portal.Now, origin);
        if (!Apply(kind, record, write, stamp))
            record.Touch(stamp);
    }

    public void Archive(ObjectKind kind, CrmRecord record, WriteOrigin origin)
    {
        if (record.IsArchived)
            return;
        var stamp = new Stamp(portal.Now, origin);
        kind.Unique.ReleaseAll(record);
        kind.Records.Archived(record, stamp.At);
        portal.Webhooks.Deleted(kind, record.Id, stamp);
    }

    public void Restore(ObjectKind kind, CrmRecord record, WriteOrigin origin)
    {
        for (var ordinal = 0; ordinal < kind.Schema.Count; ordinal++)
        {
            if (record[ordinal] is { } value)
                RefuseTaken(kind, record, kind.Schema[ordinal], value);
        }

        var stamp = new Stamp(portal.Now, origin);
        kind.Records.Restored(record);
        kind.Unique.ClaimAll(record);
        record.Touch(stamp);
        portal.Webhooks.Restored(kind, record.Id, stamp);
    }

    /// <summary>Erases a contact for good and blocks its addresses.</summary>
    public void Erase(ObjectKind kind, CrmRecord record, WriteOrigin origin)
    {
        var stamp = new Stamp(portal.Now, origin);
        foreach (var name in new[] { UniqueValues.Email, "hs_additional_emails" })
            portal.Blocklist.UnionWith(UniqueValues.Addresses(record[kind.Schema.Find(name)]));
        kind.Unique.ReleaseAll(record);
        kind.Records.Remove(record);
        portal.Webhooks.PrivacyDeleted(kind, record.Id, stamp);
        portal.Webhooks.Deleted(kind, record.Id, stamp);
    }

    public static void Set(ObjectKind kind, CrmRecord record, int ordinal, string? value, Stamp stamp)
    {
        kind.Unique.Moved(record, kind.Schema[ordinal], record[ordinal], value);
        record.Set(ordinal, value, stamp);
    }

    private bool Apply(ObjectKind kind, CrmRecord record, PreparedWrite write, Stamp stamp)
    {
        var changed = false;
        foreach (var (ordinal, value) in write.Values)
        {
            if (string.Equals(record[ordinal], value, StringComparison.Ordinal))
                continue;
            Set(kind, record, ordinal, value, stamp);
            portal.Webhooks.Changed(kind, record.Id, kind.Schema[ordinal], value, stamp);
            changed = true;
        }

        return changed;
    }

    private PropertyFault? CheckOne(
        ObjectKind kind, CrmRecord? record, string name, string? raw, WriteOrigin origin, List<KeyValuePair<int, string?>> values)
    {
        var ordinal = kind.Schema.Find(name);
        if (ordinal < 0)
            return new(name, "PROPERTY_DOESNT_EXIST", $"Property \"{name}\" does not exist");
        var property = kind.Schema[ordinal];
        if (property.Calculated)
            return new(name, "READ_ONLY_VALUE", $"\"{name}\" is a calculated property; its value cannot be set.");
        if (property.ReadOnlyValue && origin.IsApi)
            return new(name, "READ_ONLY_VALUE", $"\"{name}\" is a read only property; its value cannot be set.");
        var current = record?[ordinal];
        if (_check.Check(property, raw, current, out var value) is { } fault)
            return fault;
        if (value is not null && name is UniqueValues.Email && kind.IsContacts && portal.Blocklist.Contains(value))
            return new(name, "INVALID_EMAIL", $"Email address {value} was deleted for privacy reasons and is blocked");
        if (!(origin.IsApi && IsStepBack(property, current, value)))
            values.Add(new(ordinal, value));
        return null;
    }

    // The API moves the lifecycle stage forward only, and says nothing about the rest.
    private static bool IsStepBack(HubSpotProperty property, string? current, string? value)
    {
        if (property.Name is not "lifecyclestage" || current is null || value is null)
            return false;
        return Order(value) < Order(current);

        int Order(string stage) => property.Options.FirstOrDefault(option => option.Value == stage)?.DisplayOrder ?? int.MaxValue;
    }

    private static void RefuseTaken(ObjectKind kind, CrmRecord? record, HubSpotProperty property, string? value)
    {
        if (value is null || !kind.Unique.IsUnique(property) || kind.Unique.OwnerOf(property.Name, value) is not { } owner
            || owner == record?.Id)
            return;
        if (property.Name is UniqueValues.Email && kind.IsContacts)
            throw HubSpotProblem.EmailTaken(kind.Records.Find(owner)!, value);

        // Neither code nor words are documented for custom unique properties; these are the ones developers report.
        throw HubSpotProblem.InvalidProperties(
            [new(property.Name, "CONFLICTING_UNIQUE_VALUE", $"{owner} already has that value for the unique property {property.Name}")]);
    }
}

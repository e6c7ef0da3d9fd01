using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Writes records by the rules of the org: required and unique fields, owners, locks, duplicates, assignment.</summary>
internal sealed class RecordEditor(SalesforceOrg org)
{
    private readonly ReferenceCheck _references = new(org);
    private readonly UniqueCheck _unique = new(org);
    private readonly DuplicateCheck _duplicates = new(org);

    public SObject Create(RecordTable table, IReadOnlyList<FieldWrite> writes, Writer writer)
    {
        var type = table.Type;
        if (!writer.IsQuiet && !org.Writeable.Contains(type.Name))
            throw SalesforceProblem.Bad("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", $"entity type cannot be inserted: {type.Label}");
        var record = new SObject(type, table.NextId(), []);
        var values = new object?[type.Count];
        Default(type, values, writer);
        Apply(record, values, writes);
        Require(type, values);
        Judge(record, values, writes, writer);
        Stamp(values, writer, isNew: true);
        values[SystemField.Id] = record.Id;
        record.Values = values;
        table.Add(record);
        org.Journal.Added(table, record);
        return record;
    }

    public void Update(SObject record, IReadOnlyList<FieldWrite> writes, Writer writer)
    {
        RefuseIfShut(record, writer);
        var values = Copy(record);
        Apply(record, values, writes);
        Judge(record, values, writes, writer);
        Put(record, values, writer);
    }

    public void Delete(SObject record, Writer writer, string? mergedInto = null)
    {
        RefuseIfShut(record, writer, canBeConverted: true);
        var values = Copy(record);
        values[SystemField.IsDeleted] = true;
        if (mergedInto is not null)
            values[record.Type.MasterRecordId] = mergedInto;
        Put(record, values, writer);
        org.Binned(record);
        foreach (var dependent in Dependents.Of(org, record).Where(static dependent => !dependent.IsDeleted))
            Delete(dependent, writer);
    }

    public void Undelete(SObject record, Writer writer)
    {
        if (!record.IsDeleted)
            throw SalesforceProblem.Bad("UNDELETE_FAILED", "entity is not in the recycle bin");
        var deletedAt = record.SystemModstamp;
        var values = Copy(record);
        values[SystemField.IsDeleted] = false;
        if (record.Type.MasterRecordId >= 0)
            values[record.Type.MasterRecordId] = null;
        _unique.Check(record, values, Enumerable.Range(0, record.Type.Count));
        Put(record, values, writer);
        foreach (var dependent in Dependents.Of(org, record).Where(dependent => dependent.IsDeleted && dependent.SystemModstamp == deletedAt))
            Undelete(dependent, writer);
    }

    /// <summary>Sets fields that nobody can write, such as those of a conversion.</summary>
    public void Set(SObject record, Writer writer, params (string Field, object? Value)[] values)
    {
        var copy = Copy(record);
        foreach (var (field, value) in values)
            copy[record.Type.Find(field)] = value;
        Put(record, copy, writer);
    }

    /// <summary>Moves SystemModstamp alone: no user did anything.</summary>
    public void Touch(SObject record, Duration ago)
    {
        var values = Copy(record);
        values[SystemField.SystemModstamp] = SalesforceTime.Cut(org.Now - ago);
        Put(record, values);
    }

    /// <summary>Puts values in the place of others, stamped.</summary>
    private void Put(SObject record, object?[] values, Writer writer)
    {
        Stamp(values, writer, isNew: false);
        Put(record, values);
    }

    private void Put(SObject record, object?[] values)
    {
        var table = org.Table(record.Type.Name);
        org.Journal.Replacing(table, record);
        table.Replace(record, values);
    }

    private void RefuseIfShut(SObject record, Writer writer, bool canBeConverted = false)
    {
        if (!writer.IsQuiet && !org.Writeable.Contains(record.Type.Name))
            throw SalesforceProblem.Bad("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        if (record.IsDeleted)
            throw SalesforceProblem.Deleted();
        if (!canBeConverted && record.Type.Name is "Lead" && record.Flag("IsConverted"))
            throw SalesforceProblem.Bad("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        if (!writer.IsQuiet && org.Locks.GetValueOrDefault(record.Id) is > 0 and var left)
        {
            org.Locks[record.Id] = left - 1;
            throw SalesforceProblem.Bad("UNABLE_TO_LOCK_ROW", $"unable to obtain exclusive access to this record or 1 records: {record.Id}");
        }
    }

    private static void Default(SObjectType type, object?[] values, Writer writer)
    {
        for (var ordinal = 0; ordinal < type.Count; ordinal++)
        {
            var field = type[ordinal];
            values[ordinal] = field.Type switch
            {
                "boolean" => false,
                "picklist" => field.PicklistValues.FirstOrDefault(value => value.IsDefault)?.Value,
                _ => null,
            };
        }

        if (type.OwnerId >= 0)
            values[type.OwnerId] = writer.UserId;
        if (type.Name is "User")
            values[type.Find("IsActive")] = true;
    }

    private static void Apply(SObject record, object?[] values, IReadOnlyList<FieldWrite> writes)
    {
        var errors = new List<SalesforceError>();
        foreach (var (ordinal, value) in writes)
            values[ordinal] = ValueCheck.Check(record.Type[ordinal], value, errors);
        AddressWrites.Complete(record.Type, values, writes, errors);
        if (errors.Count > 0)
            throw new SalesforceProblem(400, errors);
        if (record.Type.IsPerson)
            values[record.Type.FullName] = string.Join(' ', new[] { values[record.Type.FirstName], values[record.Type.LastName] }.OfType<string>());
    }

    private static void Require(SObjectType type, object?[] values)
    {
        var missing = Enumerable.Range(0, type.Count)
            .Where(ordinal => values[ordinal] is null && type[ordinal] is { IsNillable: false, IsCreateable: true, IsDefaultedOnCreate: false })
            .Select(ordinal => type[ordinal].Name).ToArray();
        if (missing.Length > 0)
            throw SalesforceProblem.Bad("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", missing)}]", missing);
    }

    private void Judge(SObject record, object?[] values, IReadOnlyList<FieldWrite> writes, Writer writer)
    {
        foreach (var (ordinal, _) in writes)
            _references.Check(record, values, ordinal);
        _unique.Check(record, values, writes.Select(write => write.Ordinal));
        if (writer.IsQuiet)
            return;
        if (record.Type.Name is "Lead")
            RefuseConvertedStatus(record, writes);
        Validate(record.Type, values);
        _duplicates.Check(record, values, writer);
        if (writer.AutoAssigns && record.Type.Name is "Lead" && org.AssignsLeadsTo is { } owner)
            values[record.Type.OwnerId] = owner;
    }

    private void Validate(SObjectType type, object?[] values)
    {
        foreach (var rule in org.ValidationRules.Where(rule => rule.ObjectName == type.Name))
        {
            if (type.Find(rule.Field) is >= 0 and var ordinal && string.Equals(FieldText.Of(values[ordinal]), rule.Forbidden, StringComparison.OrdinalIgnoreCase))
                throw SalesforceProblem.Bad("FIELD_CUSTOM_VALIDATION_EXCEPTION", rule.Message, type[ordinal].Name);
        }
    }

    private void RefuseConvertedStatus(SObject lead, IReadOnlyList<FieldWrite> writes)
    {
        var ordinal = lead.Type.Find("Status");
        var statuses = org.Table("LeadStatus").All;
        if (writes.Any(write => write.Ordinal == ordinal && statuses.Any(status => status.Flag("IsConverted") && Equals(status.Text("ApiName"), write.Value))))
            throw SalesforceProblem.Bad("INVALID_STATUS", "invalid convertedStatus: leads reach it by conversion", "Status");
    }

    private static object?[] Copy(SObject record)
    {
        var copy = new object?[record.Type.Count];
        for (var ordinal = 0; ordinal < copy.Length; ordinal++)
            copy[ordinal] = record[ordinal];
        return copy;
    }

    private void Stamp(object?[] values, Writer writer, bool isNew)
    {
        var now = (object)org.Now;
        if (isNew)
            (values[SystemField.CreatedDate], values[SystemField.CreatedById]) = (now, writer.UserId);
        (values[SystemField.LastModifiedDate], values[SystemField.LastModifiedById], values[SystemField.SystemModstamp]) = (now, writer.UserId, now);
    }
}

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Finds the object and the record that a path means.</summary>
internal static class SObjectFinder
{
    public static RecordTable Table(SalesforceCall call, string name) => call.Org.FindTable(name) ?? throw SalesforceProblem.NotFound();

    /// <summary>Finds a record by its id, deleted or not.</summary>
    public static SObject ById(SalesforceOrg org, RecordTable table, string text)
    {
        if (!SalesforceId.TryRead(text, out var id) || !id.StartsWith(table.Type.KeyPrefix, StringComparison.Ordinal))
            throw SalesforceProblem.NoSuchKey(text);
        return org.FindRecord(id) ?? throw SalesforceProblem.NotFound();
    }

    public static SObject Alive(SObject record) => record.IsDeleted ? throw SalesforceProblem.Deleted() : record;

    /// <summary>Finds the field that records can be addressed by: an external id, the id, and in files any field that records are looked up by.</summary>
    public static int Key(SObjectType type, string name, bool inFile = false) => type.FindVisible(name) is >= 0 and var ordinal
        && (ordinal is SystemField.Id || type[ordinal].IsExternalId || (inFile && type[ordinal].IsIdLookup)) ? ordinal : throw SalesforceProblem.NoSuchKey(name);

    public static List<SObject> ByKey(RecordTable table, int ordinal, string value)
    {
        var field = table.Type[ordinal];
        if (ordinal is SystemField.Id)
            return SalesforceId.TryRead(value, out var id) && table.Find(id) is { IsDeleted: false } record ? [record] : [];
        return [.. table.Having(ordinal, value)
            .Where(record => !record.IsDeleted && (!field.IsCaseSensitive || Equals(record[ordinal], value)))
            .OrderBy(record => record.Id, StringComparer.Ordinal)];
    }
}

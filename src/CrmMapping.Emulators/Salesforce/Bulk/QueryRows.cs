namespace CrmMapping.Emulators.Salesforce;

/// <summary>Writes down what a query found, as a job keeps it whatever becomes of the records.</summary>
internal static class QueryRows
{
    /// <summary>Gives the names of the columns and then a row for each record.</summary>
    public static IReadOnlyList<IReadOnlyList<string?>> Of(SalesforceOrg org, BoundQuery found) =>
        [[.. Names(found.Selected, "")], .. found.Rows.Select(row => (IReadOnlyList<string?>)[.. Cells(org, row, found.Selected)])];

    private static IEnumerable<string> Names(SelectNode selected, string prefix) => selected.Items.SelectMany(item =>
        item.Child is { } child ? Names(child, $"{prefix}{item.Name}.") : [prefix + item.Name]);

    private static IEnumerable<string?> Cells(SalesforceOrg org, SObject? record, SelectNode selected) => selected.Items.SelectMany(item => item.Child is { } child
        ? Cells(org, record?[item.Ordinal] is string id ? org.FindRecord(id) : null, child)
        : [record is null ? null : FieldText.Of(item.Ordinal >= 0 ? record[item.Ordinal] : FieldPath.OfName(record, item.Name))]);
}

namespace CrmMapping;

/// <summary>What was read of a record, kept beyond the page it came in.</summary>
internal sealed record SeenRecord(string Id, string RequestedId, bool IsArchived, bool HasValues, EquatableArray<FieldValue> Values)
{
    public static IReadOnlyList<SeenRecord> All(CrmPage page) => [.. page.Select(Of)];

    private static SeenRecord Of(CrmRecord record) => new(
        record.Id, record.RequestedId, record.IsArchived, record.HasValues,
        Enumerable.Range(0, record.Values.Count).Select(record.Values.Value).ToEquatableArray());
}

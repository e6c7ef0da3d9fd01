using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Salesforce;

/// <summary>Reads the contacts or leads in a report: whatever its columns are, an id tells what it is of.</summary>
internal sealed class ReportMembers(RecordsApi api)
{
    public async Task<CrmListPage> ReadAsync(RecordType type, string id, string? cursor, CancellationToken cancellationToken)
    {
        var prefix = type == RecordType.Lead ? "00Q" : "003";
        var (ids, isWhole) = await api.Http.AskAsync(
            RecordsApi.Get("run a report", SalesforcePaths.Report(id)), answer => Read(answer.Body, prefix), cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            throw new CrmException(
                CrmFailure.Refused, api.Http.Connection.Name,
                "The report has more rows than Salesforce gives at once (2,000), so part of it would be missing. Narrow the report, or make a campaign of it.");
        }

        var from = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
        var page = ids.Skip(from).Take(RecordsApi.MaxBatch).ToList();
        var next = from + page.Count;
        return new CrmListPage(page, next < ids.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static (List<string> Ids, bool IsWhole) Read(ReadOnlyMemory<byte> json, string prefix)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (!root.TryGetProperty("factMap", out var facts) || facts.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The answer is no report.");
        }

        var ids = facts.EnumerateObject().SelectMany(static group => Items(group.Value, "rows"))
            .SelectMany(static row => Items(row, "dataCells"))
            .Select(static cell => cell.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            .OfType<string>().Where(text => RecordId.IsId(text) && text.StartsWith(prefix, StringComparison.Ordinal))
            .Select(RecordId.ToLong).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return (ids, root.TryGetProperty("allData", out var all) && all.ValueKind == JsonValueKind.True);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : default;
}

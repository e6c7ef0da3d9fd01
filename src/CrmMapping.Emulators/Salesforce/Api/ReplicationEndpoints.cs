using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves which records changed or were deleted in a span of time.</summary>
internal static class ReplicationEndpoints
{
    private static readonly Duration UpdatedReach = Duration.FromDays(30);
    private static readonly Duration DeletedReach = Duration.FromDays(15);

    public static void Updated(SalesforceCall call)
    {
        var (table, start, end) = Read(call, UpdatedReach);
        var ids = table.Between(start, end).Where(record => !record.IsDeleted).Select(record => record.Id).ToList();
        call.Answer.Records = ids.Count;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("ids");
        foreach (var id in ids)
            call.Json.WriteStringValue(id);
        call.Json.WriteEndArray();
        call.Json.WriteString("latestDateCovered", SalesforceTime.ToJson(end));
        call.Json.WriteEndObject();
    }

    public static void Deleted(SalesforceCall call)
    {
        var (table, start, end) = Read(call, DeletedReach);
        var deleted = table.Between(start, end).Where(record => record.IsDeleted).ToList();
        call.Answer.Records = deleted.Count;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("deletedRecords");
        foreach (var record in deleted)
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("deletedDate", SalesforceTime.ToJson(record.SystemModstamp));
            call.Json.WriteString("id", record.Id);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteString("earliestDateAvailable", SalesforceTime.ToJson(Instant.Max(call.Org.Now - DeletedReach, call.Org.BinEmptiedAt)));
        call.Json.WriteString("latestDateCovered", SalesforceTime.ToJson(end));
        call.Json.WriteEndObject();
    }

    private static (RecordTable Table, Instant Start, Instant End) Read(SalesforceCall call, Duration reach)
    {
        var table = SObjectFinder.Table(call, call.Rest[1]);
        var (start, end) = (Minute(call, "start"), Minute(call, "end"));
        if (end - start <= Duration.FromMinutes(1) || start < call.Org.Now - reach)
            throw SalesforceProblem.Bad("INVALID_REPLICATION_DATE", "startDate must be before endDate by more than a minute, and not too long ago");
        return (table, start, Instant.Min(end, call.Org.Now));
    }

    // Seconds are not looked at.
    private static Instant Minute(SalesforceCall call, string name)
    {
        if (!SalesforceTime.TryReadMoment(call.Asked(name), out var instant))
            throw SalesforceProblem.Bad("INVALID_REPLICATION_DATE", $"{name} is required, as an ISO 8601 date and time");
        return Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 60 * 60);
    }
}

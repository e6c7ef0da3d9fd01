using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves single records by id.</summary>
internal static class RecordEndpoints
{
    public static void Create(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[1]);
        var writes = new RecordInput(call.Org, table.Type, isCreate: true).Read(call.ReadObject());
        var record = call.Org.Editor.Create(table, writes, call.Writer);
        call.Answer.Status = 201;
        call.Answer.Records = 1;
        call.Answer.Headers.Add(new("Location", $"{call.Root}/sobjects/{table.Type.Name}/{record.Id}"));
        WriteSaved(call, record.Id, null);
    }

    public static void Get(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[1]);
        Show(call, SObjectFinder.Alive(SObjectFinder.ById(call.Org, table, call.Rest[2])));
    }

    public static void Show(SalesforceCall call, SObject record)
    {
        if (Time(call, "If-Modified-Since") is { } since && Modified(record) <= since)
        {
            call.Answer.Status = 304;
            call.Answer.ContentType = "";
            return;
        }

        call.Answer.Records = 1;
        new RecordJson(call.Org, call.Root).Write(call.Json, record, Selected(record.Type, call.Asked("fields")?.Split(',')));
    }

    public static void Update(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[1]);
        var record = SObjectFinder.ById(call.Org, table, call.Rest[2]);
        RefuseIfModified(call, record);
        call.Org.Editor.Update(record, new RecordInput(call.Org, table.Type, isCreate: false).Read(call.ReadObject()), call.Writer);
        Done(call);
    }

    public static void Delete(SalesforceCall call)
    {
        var table = SObjectFinder.Table(call, call.Rest[1]);
        call.Org.Editor.Delete(SObjectFinder.ById(call.Org, table, call.Rest[2]), call.Writer);
        Done(call);
    }

    public static SelectNode Selected(SObjectType type, IReadOnlyList<string>? names)
    {
        var node = new SelectNode(type);
        foreach (var name in names ?? [.. type.Visible.Select(ordinal => type[ordinal].Name)])
        {
            var ordinal = type.FindVisible(name.Trim());
            if (ordinal < 0)
                throw SalesforceProblem.NoSuchColumn(name.Trim(), type.Name);
            node.Add(type[ordinal].Name, ordinal);
        }

        return node;
    }

    public static void RefuseIfModified(SalesforceCall call, SObject record)
    {
        if (Time(call, "If-Unmodified-Since") is { } since && Modified(record) > since)
            throw new SalesforceProblem(412, new SalesforceError("ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", "The entity was modified after the time given."));
    }

    public static void Done(SalesforceCall call)
    {
        call.Answer.Status = 204;
        call.Answer.Records = 1;
    }

    public static void WriteSaved(SalesforceCall call, string id, bool? created)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("id", id);
        call.Json.WriteBoolean("success", true);
        call.Json.WriteStartArray("errors");
        call.Json.WriteEndArray();
        if (created is { } isNew)
            call.Json.WriteBoolean("created", isNew);
        call.Json.WriteEndObject();
    }

    private static Instant Modified(SObject record) => (Instant)record[SystemField.LastModifiedDate]!;

    public static Instant? Time(SalesforceCall call, string header)
    {
        if (call.Header(header) is not { } text)
            return null;
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.FromDateTimeOffset(time)
            : throw SalesforceProblem.Bad("INVALID_HTTP_HEADER", $"{header}: '{text}' is no date of HTTP");
    }
}

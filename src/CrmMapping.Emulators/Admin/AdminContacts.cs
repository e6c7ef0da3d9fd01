using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using NodaTime.Text;

namespace CrmMapping.Emulators;

/// <summary>Serves contacts in bulk, as NDJSON in and out, edits by the hand of a person, and custom fields.</summary>
internal sealed class AdminContacts(IEmulatedAccount account)
{
    private const int FailuresShown = 20;

    public static IReadOnlyList<string> Served { get; } =
    [
        "GET /_emulator/contacts[?archived=true] (NDJSON)", "POST /_emulator/contacts[?webhooks=true] (NDJSON or an array)",
        "PATCH /_emulator/contacts (NDJSON of id and properties)", "GET|PATCH /_emulator/contacts/{id}",
        "POST /_emulator/contacts/{id}/archive", "POST /_emulator/generate", "POST /_emulator/properties",
    ];

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["contacts"]) => DumpAsync(call),
        ("POST", ["contacts"]) => ImportAsync(call),
        ("PATCH", ["contacts"]) => EditManyAsync(call),
        ("GET", ["contacts", var id]) => ShowAsync(call, account.Find(id)),
        ("PATCH", ["contacts", var id]) => EditAsync(call, id),
        ("POST", ["contacts", var id, "archive"]) => call.DoAsync(() => account.Archive(id)),
        ("POST", ["generate"]) => GenerateAsync(call),
        ("POST", ["properties"]) => call.WithBodyAsync(account.AddField),
        _ => null,
    };

    public static Task ShowAsync(AdminCall call, AdminContact? contact) => contact is null
        ? call.AnswerAsync(json => json.WriteString("message", "There is no such contact."), 404)
        : call.AnswerAsync(json => Write(json, contact));

    private async Task GenerateAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var count = AdminCall.Number(body, "count", 100);
        if (count < 0)
            throw new ArgumentException($"'count' must be 0 or more, not {count}.");
        var created = account.Generate(count, AdminCall.Number(body, "seed", 1), call.Flag("webhooks"));
        await call.AnswerAsync(json => json.WriteNumber("created", created)).ConfigureAwait(false);
    }

    private async Task DumpAsync(AdminCall call)
    {
        call.Response.ContentType = "application/x-ndjson";
        var (archived, output) = (call.Flag("archived"), call.Response.BodyWriter);
        var json = new Utf8JsonWriter(output, Answer.Plain);
        await using (json.ConfigureAwait(false))
        {
            var next = 0L;
            var more = true;
            while (more)
            {
                more = account.ReadSome(archived, ref next, contact => WriteLine(output, json, contact));
                await output.FlushAsync(call.Aborted).ConfigureAwait(false);
            }
        }
    }

    private static void WriteLine(PipeWriter output, Utf8JsonWriter json, AdminContact contact)
    {
        json.WriteStartObject();
        Write(json, contact);
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, AdminContact contact)
    {
        json.WriteString("id", contact.Id);
        json.WriteBoolean("archived", contact.IsArchived);
        json.WriteString("modifiedAt", InstantPattern.ExtendedIso.Format(contact.ModifiedAt));
        json.WriteStartObject("properties");
        foreach (var (name, value) in contact.Properties)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private async Task ImportAsync(AdminCall call)
    {
        var (created, failures) = (0, new List<string>());
        await foreach (var element in (await call.ReadManyAsync().ConfigureAwait(false)).ConfigureAwait(false))
        {
            try
            {
                account.Create(Values(element), call.Flag("webhooks"));
                created++;
            }
            catch (InvalidOperationException refused)
            {
                failures.Add(refused.Message);
            }
        }

        await AnswerAsync(call, "created", created, failures).ConfigureAwait(false);
    }

    private async Task EditManyAsync(AdminCall call)
    {
        var (edited, failures) = (0, new List<string>());
        await foreach (var element in (await call.ReadManyAsync().ConfigureAwait(false)).ConfigureAwait(false))
        {
            try
            {
                account.Update(element.Text("id") ?? throw new InvalidOperationException("An edit needs an 'id'."), Values(element));
                edited++;
            }
            catch (InvalidOperationException refused)
            {
                failures.Add(refused.Message);
            }
        }

        await AnswerAsync(call, "edited", edited, failures).ConfigureAwait(false);
    }

    private async Task EditAsync(AdminCall call, string id)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        await ShowAsync(call, account.Update(id, Values(body))).ConfigureAwait(false);
    }

    private static Task AnswerAsync(AdminCall call, string what, int count, List<string> failures) => call.AnswerAsync(json =>
    {
        json.WriteNumber(what, count);
        json.WriteNumber("failed", failures.Count);
        json.WriteStartArray("failures");
        foreach (var failure in failures.Take(FailuresShown))
            json.WriteStringValue(failure);
        json.WriteEndArray();
    }, failures.Count > 0 ? 207 : 200);

    private static List<KeyValuePair<string, string?>> Values(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            throw new ArgumentException("A contact is a JSON object: its values by field, or 'properties' with them.");
        return element.TryGetProperty("properties", out var map) && map.ValueKind is JsonValueKind.Object
            ? JsonInput.Values(map)
            : JsonInput.Values(element);
    }
}

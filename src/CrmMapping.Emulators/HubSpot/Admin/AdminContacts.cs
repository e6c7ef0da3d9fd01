using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves contacts in bulk, as NDJSON in and out, and edits by the hand of a person.</summary>
internal sealed class AdminContacts(HubSpotEmulator emulator, HubSpotPortal portal)
{
    private const int FlushEvery = 500;
    private const int FailuresShown = 20;

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("GET", [_]) => DumpAsync(call),
        ("POST", [_]) => ImportAsync(call),
        ("PATCH", [_]) => EditManyAsync(call),
        ("POST", [_, "merge"]) => MergeAsync(call),
        ("GET", [_, var id]) => ShowAsync(call, emulator.Contacts.Find(id)),
        ("PATCH", [_, var id]) => EditAsync(call, id),
        ("POST", [_, var id, "archive"]) => DoAsync(call, () => emulator.Contacts.Archive(id)),
        ("POST", [_, var id, "restore"]) => DoAsync(call, () => emulator.Contacts.Restore(id)),
        ("POST", [_, var id, "gdpr-delete"]) => DoAsync(call, () => emulator.Contacts.GdprDelete(id)),
        ("POST", [_, var id, "touch"]) => DoAsync(call, () => emulator.Contacts.Touch(id)),
        _ => null,
    };

    public async Task GenerateAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);

        var count = AdminCall.Number(body, "count", 100);
        if (count < 0)
            throw new ArgumentException($"'count' must be 0 or more, not {count}.");

        // Those that are there already are passed over: asked twice, it gives twice as many.
        var people = SampleContacts.Generate(int.MaxValue, AdminCall.Number(body, "seed", 1))
            .Where(person => emulator.Contacts.FindByEmail(person.Email) is null).Take(count);
        var ids = emulator.Contacts.Import(people.Select(person => person.ToHubSpotProperties()), told: call.Flag("webhooks")).Count();
        await call.AnswerAsync(json => json.WriteNumber("created", ids)).ConfigureAwait(false);
    }

    private async Task DumpAsync(AdminCall call)
    {
        call.Response.ContentType = "application/x-ndjson";
        var archived = call.Flag("archived");
        var json = new Utf8JsonWriter(call.Response.BodyWriter, Answer.Plain);
        await using (json.ConfigureAwait(false))
        {
            var next = 0L;
            var more = true;
            while (more)
            {
                more = WriteSome(call.Response.BodyWriter, json, archived, ref next);
                await call.Response.BodyWriter.FlushAsync(call.Aborted).ConfigureAwait(false);
            }
        }
    }

    // The gate is let go between the parts, so that a dump does not hold up those who write.
    private bool WriteSome(PipeWriter output, Utf8JsonWriter json, bool archived, ref long next)
    {
        lock (portal.Gate)
        {
            var records = portal.Contacts.Records;
            var index = records.FirstFrom(next);
            var end = Math.Min(index + FlushEvery, records.Ordered.Count);
            var writer = new RecordWriter(portal, portal.Contacts, Selection.Of(portal.Contacts, [.. portal.Contacts.Schema.Active.Select(property => property.Name)]));
            for (; index < end; index++)
            {
                next = records.Ordered[index].Id + 1;
                if (records.Ordered[index].IsArchived != archived)
                    continue;
                writer.Write(json, records.Ordered[index]);
                json.Flush();
                json.Reset();
                output.Write("\n"u8);
            }

            return end < records.Ordered.Count;
        }
    }

    private async Task ImportAsync(AdminCall call)
    {
        var (created, failures) = (0, new List<string>());
        await foreach (var element in (await call.ReadManyAsync().ConfigureAwait(false)).ConfigureAwait(false))
        {
            try
            {
                created += emulator.Contacts.Import([Values(element)], call.Flag("webhooks")).Count();
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
                emulator.Contacts.Update(element.Text("id") ?? throw new InvalidOperationException("An edit needs an 'id'."), element.PropertyMap());
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
        await ShowAsync(call, emulator.Contacts.Update(id, Values(body))).ConfigureAwait(false);
    }

    private async Task MergeAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var (primary, other) = (body.Text("primaryObjectId"), body.Text("objectIdToMerge"));
        if (primary is null || other is null)
            throw new ArgumentException("Give primaryObjectId and objectIdToMerge.");
        await ShowAsync(call, emulator.Contacts.Merge(primary, other)).ConfigureAwait(false);
    }

    private static Task DoAsync(AdminCall call, Action edit)
    {
        edit();
        return call.DoneAsync();
    }

    private static Task ShowAsync(AdminCall call, HubSpotContact? contact) => contact is null
        ? call.AnswerAsync(json => json.WriteString("message", "There is no such contact."), 404)
        : call.AnswerAsync(json =>
        {
            json.WriteString("id", contact.Id);
            json.WriteBoolean("archived", contact.IsArchived);
            json.WriteStartObject("properties");
            foreach (var (name, value) in contact.Properties)
                json.WriteString(name, value);
            json.WriteEndObject();
        });

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
            throw new ArgumentException("A contact is a JSON object: its property values, or 'properties' with them.");
        return element.TryGetProperty("properties", out var map) && map.ValueKind is JsonValueKind.Object
            ? JsonInput.Values(map)
            : JsonInput.Values(element);
    }
}

using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers for single contacts, and for the list that is deprecated.</summary>
internal static class ContactEndpoints
{
    public static void Get(HighLevelCall call) => WriteContact(call, Find(call));

    public static void Create(HighLevelCall call)
    {
        call.CheckLocation(call.Body.Text("locationId"));
        var contact = call.Location.Editor.Create(new ContactInput(call.Location, call.Body).Read(isUpdate: false));
        call.Answer.Status = 201;
        WriteContact(call, contact, isNew: true);
    }

    public static void Update(HighLevelCall call)
    {
        var contact = Find(call);
        call.Location.Editor.Update(contact, new ContactInput(call.Location, call.Body).Read(isUpdate: true));
        call.Answer.Records = 1;
        call.Json.WriteStartObject();
        call.Json.WriteBoolean("succeded", true);
        call.Json.WritePropertyName("contact");
        new ContactWriter(call.Location).Write(call.Json, contact);
        call.Json.WriteEndObject();
    }

    /// <summary>Updates the contact that a key finds, or makes one; of two keys that find two, the first counts and the second is not written.</summary>
    public static void Upsert(HighLevelCall call)
    {
        var (location, body) = (call.Location, call.Body);
        call.CheckLocation(body.Text("locationId"));
        var fill = new ContactInput(location, body).Read(isUpdate: false);
        var wanted = new Contact("", location.Now);
        fill(wanted);
        var makesAnyway = body.Flag("createNewIfDuplicateAllowed") && location.Options.AllowsDuplicates;
        var isNew = makesAnyway || location.Editor.Match(wanted) is null;
        Contact contact;
        if (isNew)
        {
            contact = location.Editor.Create(fill);
        }
        else
        {
            (contact, var field) = location.Editor.Match(wanted)!.Value;
            var other = field is "email" ? "phone" : "email";
            var kept = contact.Values.GetValueOrDefault(other);
            var isTaken = location.Contacts.With(other, wanted.Values.GetValueOrDefault(other)).Any(found => found.Id != contact.Id);
            location.Editor.Update(contact, changed =>
            {
                fill(changed);
                if (isTaken && kept is null)
                    changed.Values.Remove(other);
                else if (isTaken)
                    changed.Values[other] = kept!;
            });
        }

        call.Answer.Records = 1;
        call.Json.WriteStartObject();
        call.Json.WriteBoolean("new", isNew);
        call.Json.WritePropertyName("contact");
        new ContactWriter(location).Write(call.Json, contact);
        call.Json.WriteString("traceId", call.TraceId);
        call.Json.WriteEndObject();
    }

    public static void Delete(HighLevelCall call)
    {
        call.Location.Editor.Delete(Find(call));
        call.Answer.Records = 1;
        call.Json.WriteStartObject();
        call.Json.WriteBoolean("succeded", true);
        call.Json.WriteEndObject();
    }

    public static void FindDuplicate(HighLevelCall call)
    {
        call.CheckLocation(call.Query("locationId"));
        var found = call.Location.Options.DuplicateKeys
            .Select(field => call.Location.Contacts.With(field, field is "phone" ? Number(call.Query("number")) : call.Query("email")).FirstOrDefault())
            .FirstOrDefault(static contact => contact is not null);
        call.Json.WriteStartObject();
        call.Json.WritePropertyName("contact");
        if (found is null)
            call.Json.WriteNullValue();
        else
            new ContactWriter(call.Location).Write(call.Json, found);
        call.Json.WriteEndObject();
    }

    public static void List(HighLevelCall call)
    {
        call.CheckLocation(call.Query("locationId"));
        var limit = Math.Max(1, call.QueryNumber("limit", 20, 100));
        var after = call.Query("startAfter") is { } at && call.Query("startAfterId") is { } id
            ? (long.TryParse(at, out var time) ? time : throw HighLevelProblem.Invalid("startAfter must be a number"), id)
            : ((long, string)?)null;
        var query = call.Query("query");
        var page = call.Location.Index.By("dateAdded", descends: true, after)
            .Where(contact => SearchRequest.Holds(contact, query))
            .Take(limit).ToList();
        WriteList(call, page);
    }

    private static void WriteList(HighLevelCall call, List<Contact> page)
    {
        call.Answer.Records = page.Count;
        var writer = new ContactWriter(call.Location);
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("contacts");
        page.ForEach(contact => writer.Write(call.Json, contact));
        call.Json.WriteEndArray();
        call.Json.WriteNumber("count", page.Count);
        call.Json.WriteStartObject("meta");
        call.Json.WriteNumber("total", call.Location.Index.Count);
        if (page is [.., var last])
        {
            call.Json.WriteString("startAfterId", last.Id);
            call.Json.WriteNumber("startAfter", last.AddedAt.ToUnixTimeMilliseconds());
        }

        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }

    public static Contact Find(HighLevelCall call) => call.Location.Contacts.Find(call.Path[1]) is { IsDeleted: false } contact
        ? contact
        : throw HighLevelProblem.NoContact(call.Path[1]);

    private static string? Number(string? text) => text is null ? null : PhoneText.Read(text);

    private static void WriteContact(HighLevelCall call, Contact contact, bool isNew = false)
    {
        call.Answer.Records = 1;
        call.Json.WriteStartObject();
        call.Json.WritePropertyName("contact");
        new ContactWriter(call.Location).Write(call.Json, contact, isNew);
        call.Json.WriteString("traceId", call.TraceId);
        call.Json.WriteEndObject();
    }
}

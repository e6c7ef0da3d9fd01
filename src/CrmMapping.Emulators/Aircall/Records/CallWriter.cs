using System.Buffers;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Writes a call as the API shows it, and as webhooks do, which differs in places.</summary>
internal static class CallWriter
{
    public static void Write(Company company, Utf8JsonWriter json, Call call) => Write(company, json, call, isTold: false);

    /// <summary>Writes a call as it is now, for a webhook that may be sent later.</summary>
    public static ReadOnlyMemory<byte> Snapshot(Company company, Call call)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Answer.Plain))
            Write(company, json, call, isTold: true);
        return buffer.WrittenMemory;
    }

    public static void WriteUser(Utf8JsonWriter json, AircallUser user)
    {
        json.WriteStartObject();
        json.WriteNumber("id", user.Id);
        json.WriteString("name", user.Name);
        json.WriteString("email", user.Email);
        json.WriteBoolean("available", true);
        json.WriteString("availability_status", "available");
        json.WriteString("created_at", "2025-12-29T10:03:18.000Z");
        json.WriteString("time_zone", "Europe/Paris");
        json.WriteString("language", "en-US");
        json.WriteEndObject();
    }

    public static void WriteLine(Utf8JsonWriter json, AircallLine line, bool isTold)
    {
        json.WriteStartObject();
        json.WriteNumber("id", line.Id);
        json.WriteString("name", line.Name);
        json.WriteString("digits", line.Digits);
        if (isTold)
            json.WriteString("e164_digits", line.E164Digits);
        json.WriteString("country", line.Country);
        json.WriteString("time_zone", "Europe/Paris");
        json.WriteBoolean("is_ivr", false);
        json.WriteString("availability_status", "open");
        json.WriteEndObject();
    }

    private static void Write(Company company, Utf8JsonWriter json, Call call, bool isTold)
    {
        json.WriteStartObject();
        json.WriteNumber("id", call.Id);
        json.WriteString(isTold ? "call_uuid" : "sid", call.Sid);
        json.WriteString("direct_link", company.Link($"/v1/calls/{call.Id}"));
        WriteCourse(company, json, call);
        json.WriteString("raw_digits", call.Number ?? "anonymous");
        WriteAssets(json, call);
        WritePeople(json, call, isTold);
        json.WriteBoolean("archived", call.IsArchived);
        json.WritePropertyName("number");
        WriteLine(json, call.Line, isTold);
        json.WriteStartArray("teams");
        json.WriteEndArray();
        WriteComments(json, call);
        WriteTags(json, call);
        json.WriteString("cost", "0.0");
        json.WriteEndObject();
    }

    private static void WriteCourse(Company company, Utf8JsonWriter json, Call call)
    {
        json.WriteString("direction", call.IsInbound ? "inbound" : "outbound");
        json.WriteString("status", call switch { { EndedAt: not null } => "done", { AnsweredAt: not null } => "answered", _ => "initial" });

        // Even a missed call says at times why it was missed, and at times nothing.
        var isMissed = call is { IsInbound: true, AnsweredAt: null, EndedAt: not null };
        json.WriteString("missed_call_reason", isMissed && Seeded.Below(2, company.Options.Seed, call.Id, 610) == 0 ? "agents_did_not_answer" : null);
        WriteTime(json, "started_at", call.StartedAt);
        WriteTime(json, "answered_at", call.AnsweredAt);
        WriteTime(json, "ended_at", call.EndedAt);
        json.WriteNumber("duration", call.EndedAt is { } end ? (long)(end - call.StartedAt).TotalSeconds : 0);
        json.WriteNull("hangup_cause");
    }

    private static void WriteAssets(Utf8JsonWriter json, Call call)
    {
        var word = call switch { { IsComplete: false } => null, { LeavesVoicemail: true } => "voicemail", { IsRecorded: true } => "recording", _ => null };
        foreach (var name in new[] { "voicemail", "recording" })
        {
            json.WriteString(name, name == word ? $"https://recordings.example.com/{call.Sid:N}.mp3?X-Amz-Expires=3600&X-Amz-Signature={call.Sid:N}" : null);
        }

        json.WriteString("asset", word is null ? null : $"https://assets.aircall.io/calls/{call.Id}/{word}");
    }

    private static void WritePeople(Utf8JsonWriter json, Call call, bool isTold)
    {
        if (call.User is { } user)
        {
            json.WritePropertyName("user");
            WriteUser(json, user);
        }
        else if (!isTold)
        {
            json.WriteNull("user");
        }

        if (!isTold)
            json.WriteNull("contact");
        foreach (var name in new[] { "assigned_to", "transferred_by", "transferred_to" })
            json.WriteNull(name);
    }

    private static void WriteComments(Utf8JsonWriter json, Call call)
    {
        json.WriteStartArray("comments");
        foreach (var comment in call.Comments)
        {
            json.WriteStartObject();
            json.WriteNumber("id", comment.Id);
            json.WriteString("content", comment.Content);
            WriteTime(json, "posted_at", comment.At);
            WriteBy(json, "posted_by", comment.By);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter json, Call call)
    {
        json.WriteStartArray("tags");
        foreach (var on in call.Tags)
        {
            json.WriteStartObject();
            json.WriteNumber("id", on.Tag.Id);
            json.WriteString("name", on.Tag.Name);
            WriteTime(json, "tagged_at", on.At);
            WriteBy(json, "tagged_by", on.By);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBy(Utf8JsonWriter json, string name, AircallUser user)
    {
        json.WriteStartObject(name);
        json.WriteNumber("id", user.Id);
        json.WriteString("name", user.Name);
        json.WriteString("email", user.Email);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, Instant? at)
    {
        if (at is { } time)
            json.WriteNumber(name, time.ToUnixTimeSeconds());
        else
            json.WriteNull(name);
    }
}

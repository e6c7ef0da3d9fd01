using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Offers the Aircall company to the emulator's own surface. It has calls in the place of contacts.</summary>
internal sealed class AircallAccount(AircallEmulator emulator) : IEmulatedService
{
    public string Crm => "aircall";

    public IReadOnlyList<string> OwnPaths { get; } =
    [
        "GET|POST /_emulator/calls (direction, number, rings, talks, voicemail, recorded, tagsDuring, tagsInWrapUp, comments)", "GET /_emulator/calls/{id}",
        "POST /_emulator/calls/{id}/tag|untag (tag)", "POST /_emulator/calls/{id}/comment (content)", "POST /_emulator/calls/{id}/archive",
        "POST /_emulator/generate (count, seed)", "POST /_emulator/tags (name)", "DELETE /_emulator/tags/{id}",
        "POST /_emulator/webhooks/duplicate (count)", "POST /_emulator/oauth/revoke", "POST /_emulator/requests/spend (requests)",
    ];

    public int WebhooksPending => emulator.Webhooks.Pending;

    public FaultInjector Faults => emulator.Faults;

    public RequestLog Requests => emulator.Requests;

    public bool LimitsEnabled
    {
        get => emulator.LimitsEnabled;
        set => emulator.LimitsEnabled = value;
    }

    public Uri? WebhookUrl
    {
        get => emulator.Webhooks.Url;
        set => emulator.Webhooks.Url = value;
    }

    public bool WebhooksOutOfOrder
    {
        set => emulator.Webhooks.OutOfOrder = value;
    }

    public string AddUser(string email, string firstName, string lastName) =>
        emulator.Users.Add(email, $"{firstName} {lastName}".Trim()).Id.ToString(CultureInfo.InvariantCulture);

    public Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken) => emulator.Webhooks.DeliverAsync(cancellationToken);

    public void Reset() => emulator.Reset();

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["calls"]) => call.AnswerAsync(WriteCalls),
        ("POST", ["calls"]) => PlayAsync(call),
        ("GET", ["calls", var id]) => ShowAsync(call, id),
        ("POST", ["calls", var id, "tag"]) => call.WithBodyAsync(body => emulator.Calls.Tag(Number(id), Number(body.Text("tag")))),
        ("POST", ["calls", var id, "untag"]) => call.WithBodyAsync(body => emulator.Calls.Untag(Number(id), Number(body.Text("tag")))),
        ("POST", ["calls", var id, "comment"]) => call.WithBodyAsync(body => emulator.Calls.Comment(Number(id), Text(body, "content"))),
        ("POST", ["calls", var id, "archive"]) => call.DoAsync(() => emulator.Calls.Archive(Number(id))),
        ("POST", ["generate"]) => GenerateAsync(call),
        ("POST", ["tags"]) => AddTagAsync(call),
        ("DELETE", ["tags", var id]) => call.DoAsync(() => emulator.Tags.Delete(Number(id))),
        ("POST", ["webhooks", "duplicate"]) => call.WithBodyAsync(body => emulator.Webhooks.DuplicateNext(AdminCall.Number(body, "count", 1))),
        ("POST", ["oauth", "revoke"]) => call.DoAsync(emulator.Tokens.RevokeAll),
        ("POST", ["requests", "spend"]) => call.WithBodyAsync(body => emulator.SpendRequests(AdminCall.Number(body, "requests", 0))),
        _ => null,
    };

    private static AircallPlay ReadPlay(JsonElement body) => body.ValueKind is not JsonValueKind.Object ? new AircallPlay() : new AircallPlay
    {
        Direction = body.Text("direction") is "outbound" ? AircallDirection.Outbound : AircallDirection.Inbound,
        Number = body.TryGetProperty("number", out _) ? body.Text("number") : new AircallPlay().Number,
        Rings = Duration.FromSeconds(AdminCall.Number(body, "rings", 6)),
        Talks = body.Text("talks") is null ? null : Duration.FromSeconds(AdminCall.Number(body, "talks", 0)),
        LeavesVoicemail = body.Flag("voicemail"),
        IsRecorded = body.Flag("recorded"),
        TagsDuring = [.. (body.TextList("tagsDuring") ?? []).Select(Number)],
        TagsInWrapUp = [.. (body.TextList("tagsInWrapUp") ?? []).Select(Number)],
        Comments = body.TextList("comments") ?? [],
    };

    private async Task PlayAsync(AdminCall call)
    {
        var played = emulator.Calls.Play(ReadPlay(await call.ReadAsync().ConfigureAwait(false)));
        await call.AnswerAsync(json => Write(json, played), 201).ConfigureAwait(false);
    }

    private async Task GenerateAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var count = AdminCall.Number(body, "count", 100);
        if (count < 0)
            throw new ArgumentException($"'count' must be 0 or more, not {count}.");
        emulator.Calls.Generate(count, AdminCall.Number(body, "seed", 1));
        await call.AnswerAsync(json => json.WriteNumber("created", count)).ConfigureAwait(false);
    }

    private async Task AddTagAsync(AdminCall call)
    {
        var added = emulator.Tags.Add(Text(await call.ReadAsync().ConfigureAwait(false), "name"));
        await call.AnswerAsync(json => json.WriteNumber("id", added.Id), 201).ConfigureAwait(false);
    }

    private Task ShowAsync(AdminCall call, string id) => emulator.Calls.Find(Number(id)) is { } found
        ? call.AnswerAsync(json => Write(json, found))
        : call.AnswerAsync(json => json.WriteString("message", "There is no such call."), 404);

    private void WriteCalls(Utf8JsonWriter json)
    {
        json.WriteStartArray("calls");
        foreach (var call in emulator.Calls.All)
        {
            json.WriteStartObject();
            Write(json, call);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AircallCall call)
    {
        json.WriteNumber("id", call.Id);
        json.WriteString("direction", call.Direction is AircallDirection.Inbound ? "inbound" : "outbound");
        json.WriteString("number", call.Number);
        json.WriteBoolean("answered", call.AnsweredAt is not null);
        json.WriteBoolean("ended", call.EndedAt is not null);
        json.WriteBoolean("voicemail", call.HasVoicemail);
        json.WriteBoolean("archived", call.IsArchived);
        json.WriteStartArray("tags");
        foreach (var tag in call.Tags)
            json.WriteNumberValue(tag.Id);
        json.WriteEndArray();
    }

    private static string Text(JsonElement body, string name) => body.ValueKind is JsonValueKind.Object && body.Text(name) is { } text
        ? text
        : throw new ArgumentException($"'{name}' is missing.");

    private static long Number(string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ArgumentException($"'{id}' is no id. Ids are whole numbers.");
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Holds one call on its way through an endpoint.</summary>
internal sealed class PipedriveCall(Company company, HttpRequest request, ReadOnlyMemory<byte> rawBody, Answer answer) : IDisposable
{
    private JsonDocument? _document;

    public Company Company => company;

    public Answer Answer => answer;

    public Utf8JsonWriter Json => answer.Json;

    /// <summary>Gets or sets the parts of the path, from the version on.</summary>
    public string[] Path { get; set; } = [];

    /// <summary>Gets the user whose token it is.</summary>
    public long User => company.Users.All[0].Id;

    public string BodyText => Encoding.UTF8.GetString(rawBody.Span);

    public string? Header(string name) => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>Gets the body as an object.</summary>
    /// <exception cref="PipedriveProblem">There is none.</exception>
    public JsonElement Body => Parse(JsonValueKind.Object);

    /// <summary>Gets the body as a list.</summary>
    public JsonElement ListBody => Parse(JsonValueKind.Array);

    public string? Query(string name) => request.Query.TryGetValue(name, out var value) && value[^1] is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string>? QueryList(string name) =>
        Query(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool QueryFlag(string name) => Query(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw PipedriveProblem.Invalid($"Validation failed: {name}: expected true or false"),
    };

    public long? QueryId(string name) => Query(name) switch
    {
        null => null,
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw PipedriveProblem.Invalid($"Validation failed: {name}: expected a number"),
    };

    public int QueryNumber(string name, int fallback, int largest)
    {
        if (Query(name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= largest
            ? number
            : throw PipedriveProblem.Invalid($"Validation failed: {name}: expected a number from 1 to {largest}");
    }

    public long PathId(int part) => long.TryParse(Path[part], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw PipedriveProblem.Invalid("Validation failed: id: expected a number");

    /// <summary>Writes an answer that holds data.</summary>
    public void Succeed(Action<Utf8JsonWriter> data, Action<Utf8JsonWriter>? additional = null)
    {
        Json.WriteStartObject();
        Json.WriteBoolean("success", true);
        Json.WritePropertyName("data");
        data(Json);
        if (additional is not null)
        {
            Json.WriteStartObject("additional_data");
            additional(Json);
            Json.WriteEndObject();
        }

        Json.WriteEndObject();
    }

    /// <summary>Writes an answer that holds a page of a list.</summary>
    public void SucceedWithPage<T>(IReadOnlyList<T> items, string? next, Action<Utf8JsonWriter, T> write)
    {
        answer.Records = items.Count;
        Succeed(
            json =>
            {
                json.WriteStartArray();
                foreach (var item in items)
                    write(json, item);
                json.WriteEndArray();
            },
            json => json.WriteString("next_cursor", next));
    }

    public void Dispose() => _document?.Dispose();

    private JsonElement Parse(JsonValueKind kind)
    {
        if (Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw new PipedriveProblem(415, "Unsupported Media Type");
        try
        {
            _document ??= JsonDocument.Parse(rawBody);
        }
        catch (JsonException)
        {
            throw PipedriveProblem.Invalid("Bad request: the body is no JSON");
        }

        return _document.RootElement.ValueKind == kind
            ? _document.RootElement
            : throw PipedriveProblem.Invalid($"Validation failed: expected {(kind is JsonValueKind.Array ? "a list" : "an object")}");
    }
}

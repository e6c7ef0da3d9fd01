using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Holds one request on its way through an endpoint.</summary>
internal sealed class AircallRequest(Company company, HttpRequest request, ReadOnlyMemory<byte> rawBody, Answer answer) : IDisposable
{
    private const int MostPerPage = 50;

    private JsonDocument? _document;

    public Company Company => company;

    public Answer Answer => answer;

    public Utf8JsonWriter Json => answer.Json;

    /// <summary>Gets the parts of the path, from the version on.</summary>
    public string[] Path { get; } = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Gets the body as an object.</summary>
    /// <exception cref="AircallProblem">There is none, or it is not declared as JSON.</exception>
    public JsonElement Body
    {
        get
        {
            try
            {
                _document ??= JsonDocument.Parse(rawBody);
            }
            catch (JsonException)
            {
                throw AircallProblem.Invalid("The body is no JSON");
            }

            return _document.RootElement.ValueKind is JsonValueKind.Object ? _document.RootElement : throw AircallProblem.Invalid("The body must be an object");
        }
    }

    public string? Query(string name) => request.Query.TryGetValue(name, out var value) && value[^1] is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> QueryAll(string name) => [.. request.Query[name].OfType<string>()];

    public Instant? QueryTime(string name) => QueryNumber(name) is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : null;

    public long? QueryNumber(string name) => Query(name) is { } text ? Number(name, text) : null;

    public long PathId(int part, string what) => long.TryParse(Path[part], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw AircallProblem.NotFound(what, Path[part]);

    /// <summary>Reads a number in a query.</summary>
    /// <exception cref="AircallProblem">It is none.</exception>
    public static long Number(string name, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            ? number
            : throw AircallProblem.Invalid($"{name} must be a positive integer");

    /// <summary>Writes an answer that holds one thing under its name.</summary>
    public void Succeed(string name, Action<Utf8JsonWriter> write, int status = 200)
    {
        answer.Status = status;
        Json.WriteStartObject();
        Json.WritePropertyName(name);
        write(Json);
        Json.WriteEndObject();
    }

    /// <summary>Writes an answer that holds a page of a list.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="items">The whole list.</param>
    /// <param name="write">Writes an item.</param>
    /// <param name="most">How many items can be reached by paging.</param>
    public void SucceedWithPage<T>(string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, int most = int.MaxValue)
    {
        var page = Math.Max(1, QueryNumber("page") ?? 1);
        var size = Math.Clamp(QueryNumber("per_page") ?? 20, 1, MostPerPage);
        if (page * size > most)
            throw AircallProblem.Invalid($"At most {most} items can be reached by paging. Narrow the list with 'from'");
        List<T> shown = [.. items.Skip((int)Math.Min((page - 1) * size, int.MaxValue)).Take((int)size)];
        answer.Records = shown.Count;
        Json.WriteStartObject();
        Json.WriteStartObject("meta");
        Json.WriteNumber("count", shown.Count);
        Json.WriteNumber("total", items.Count);
        Json.WriteNumber("current_page", page);
        Json.WriteNumber("per_page", size);
        Json.WriteString("next_page_link", page * size < Math.Min(items.Count, most) ? LinkTo(page + 1) : null);
        Json.WriteString("previous_page_link", page > 1 ? LinkTo(page - 1) : null);
        Json.WriteEndObject();
        Json.WriteStartArray(name);
        foreach (var item in shown)
            write(Json, item);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    public void Dispose() => _document?.Dispose();

    private string LinkTo(long page)
    {
        var others = request.Query.Where(static pair => pair.Key is not "page")
            .SelectMany(static pair => pair.Value.Select(value => $"&{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}"));
        return company.Link($"{request.Path}?page={page}{string.Concat(others)}");
    }
}

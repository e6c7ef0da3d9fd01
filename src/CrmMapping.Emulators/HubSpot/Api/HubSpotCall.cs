using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators;

/// <summary>Holds one call on its way through an endpoint.</summary>
internal sealed class HubSpotCall(HubSpotPortal portal, HttpRequest request, ReadOnlyMemory<byte> rawBody, Answer answer) : IDisposable
{
    private JsonDocument? _document;

    public HubSpotPortal Portal => portal;

    public Answer Answer => answer;

    public Utf8JsonWriter Json => answer.Json;

    public string[] Path { get; set; } = [];

    public int BodyLength => rawBody.Length;

    public string BodyText => Encoding.UTF8.GetString(rawBody.Span);

    public WriteOrigin Origin => portal.App;

    /// <summary>Gets the body as an object.</summary>
    /// <exception cref="HubSpotProblem">There is none.</exception>
    public JsonElement Body
    {
        get
        {
            try
            {
                _document ??= JsonDocument.Parse(rawBody);
            }
            catch (JsonException wrong)
            {
                throw HubSpotProblem.Invalid($"Invalid input JSON on line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}");
            }

            return _document.RootElement.ValueKind is JsonValueKind.Object
                ? _document.RootElement
                : throw HubSpotProblem.Invalid("Invalid input JSON: an object was expected");
        }
    }

    /// <summary>Gets the body when it is an array; the labelled association endpoint takes one.</summary>
    public JsonElement ArrayBody
    {
        get
        {
            _document ??= JsonDocument.Parse(rawBody);
            return _document.RootElement.ValueKind is JsonValueKind.Array
                ? _document.RootElement
                : throw HubSpotProblem.Invalid("Invalid input JSON: an array was expected");
        }
    }

    public string? Query(string name) => request.Query.TryGetValue(name, out var value) ? value[^1] : null;

    /// <summary>Gets a list that was given comma-separated, repeated, or both; null when it was not given.</summary>
    public IReadOnlyList<string>? QueryList(string name) => request.Query.TryGetValue(name, out var values)
        ? [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : null;

    public bool QueryFlag(string name) => string.Equals(Query(name), "true", StringComparison.OrdinalIgnoreCase);

    public int QueryNumber(string name, int fallback, int largest)
    {
        if (Query(name) is not { Length: > 0 } text)
            return fallback;
        if (!int.TryParse(text, out var number) || number < 1)
            throw HubSpotProblem.Invalid($"{name} must be a positive number, not '{text}'");
        return number <= largest ? number : throw HubSpotProblem.Invalid($"{name} may be at most {largest}, not {number}");
    }

    public string Url(string relative) => $"{request.Scheme}://{request.Host}{relative}";

    public string PathAndQueryWith(string name, string value)
    {
        var others = request.Query.Where(pair => pair.Key != name).SelectMany(pair => pair.Value, (pair, one) => KeyValuePair.Create(pair.Key, one));
        return Url(request.Path + QueryString.Create([.. others, KeyValuePair.Create<string, string?>(name, value)]).ToString());
    }

    /// <summary>Draws one of several ways to say the same; repeatable by the seed and the number of the request.</summary>
    public int Vary(int ways, int salt = 0) => Seeded.Below(ways, portal.Options.Seed, answer.Number, salt);

    public void Dispose() => _document?.Dispose();
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Holds one call on its way through an endpoint.</summary>
internal sealed class HighLevelCall(Location location, HttpRequest request, ReadOnlyMemory<byte> rawBody, Answer answer) : IDisposable
{
    private JsonDocument? _document;

    public Location Location => location;

    public Answer Answer => answer;

    public Utf8JsonWriter Json => answer.Json;

    public string[] Path { get; set; } = [];

    public TokenKind Token { get; set; }

    public string BodyText => Encoding.UTF8.GetString(rawBody.Span);

    public string TraceId { get; } = Seeded.NewGuid(location.Options.Seed, answer.Number, 77).ToString();

    /// <summary>Gets the body as an object.</summary>
    /// <exception cref="HighLevelProblem">There is none.</exception>
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
                throw new HighLevelProblem(400, "Unexpected token in JSON", "Bad Request");
            }

            return _document.RootElement.ValueKind is JsonValueKind.Object
                ? _document.RootElement
                : throw new HighLevelProblem(400, "Bad Request");
        }
    }

    public string? Header(string name) => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Query(string name) => request.Query.TryGetValue(name, out var value) && value[^1] is { Length: > 0 } text ? text : null;

    public int QueryNumber(string name, int fallback, int largest)
    {
        if (Query(name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest
            ? number
            : throw HighLevelProblem.Invalid($"{name} must be a number not greater than {largest}");
    }

    /// <summary>Refuses a location that is not the token's.</summary>
    public void CheckLocation(string? id)
    {
        if (string.IsNullOrEmpty(id))
            throw HighLevelProblem.Invalid("locationId should not be empty", "locationId must be a string");
        if (id != location.Options.LocationId)
            throw new HighLevelProblem(403, "The token does not have access to this location.", "Forbidden");
    }

    /// <summary>Draws one of several ways; repeatable by the seed and the number of the request.</summary>
    public int Vary(int ways, int salt = 0) => Seeded.Below(ways, location.Options.Seed, answer.Number, salt);

    public void Dispose() => _document?.Dispose();
}

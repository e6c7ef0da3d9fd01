using System.Text.Json;

namespace CrmMapping.Salesforce;

/// <summary>Holds one refusal as Salesforce writes it, of a request or of a record.</summary>
/// <param name="Code">The code, <c>errorCode</c> of a request or <c>statusCode</c> of a record.</param>
/// <param name="Message">The message; it may quote values and goes into no log.</param>
/// <param name="Fields">The fields that are meant; may be empty.</param>
internal sealed record SalesforceError(string Code, string Message, IReadOnlyList<string> Fields)
{
    /// <summary>Gets the records that a duplicate rule found.</summary>
    public IReadOnlyList<string> MatchIds { get; init; } = [];

    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the refusals of a request; whatever else an answer is, it holds none.</summary>
    public static IReadOnlyList<SalesforceError> ReadAll(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return ReadAll(document.RootElement);
        }
        catch (JsonException)
        {
            // A page of maintenance, or nothing: the status alone tells.
            return [];
        }
    }

    public static IReadOnlyList<SalesforceError> ReadAll(JsonElement errors) => errors.ValueKind == JsonValueKind.Array
        ? [.. errors.EnumerateArray().Where(static error => error.ValueKind == JsonValueKind.Object).Select(Read)]
        : [];

    /// <summary>Gives a code that holds no value, whatever came in its place.</summary>
    public static string CodeOrNone(string code) =>
        code.Length is > 0 and <= 80 && code.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? code : "no code";

    private static SalesforceError Read(JsonElement error) => new(
        Text(error, "errorCode") ?? Text(error, "statusCode") ?? "",
        Text(error, "message") ?? "",
        error.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray().Where(static field => field.ValueKind == JsonValueKind.String).Select(static field => field.GetString()!)]
            : [])
    {
        MatchIds = Matches(error),
    };

    // The key is misspelt by most versions.
    private static IReadOnlyList<string> Matches(JsonElement error)
    {
        if (!error.TryGetProperty("duplicateResut", out var result) && !error.TryGetProperty("duplicateResult", out result))
        {
            return [];
        }

        return [.. Items(result, "matchResults").SelectMany(static found => Items(found, "matchRecords"))
            .Select(static match => match.ValueKind == JsonValueKind.Object && match.TryGetProperty("record", out var record) ? Text(record, "Id") : null)
            .OfType<string>()];
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : default;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

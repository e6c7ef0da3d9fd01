using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmMapping.HubSpot;

/// <summary>Holds what HubSpot says against a request or one of its items. Every part of it may be missing.</summary>
/// <remarks>HubSpot's own sentence may hold values, so it stays in here and is never shown.</remarks>
internal sealed partial class HubSpotRefusal
{
    private readonly List<PropertyRefusal> _properties = [];
    private readonly List<string> _traceIds = [];
    private readonly List<string> _ids = [];
    private readonly List<string> _scopes = [];
    private readonly List<string> _codes = [];
    private string _message = "";

    private HubSpotRefusal()
    {
    }

    public string? Category { get; private set; }

    public string? PolicyName { get; private set; }

    public string? CorrelationId { get; private set; }

    /// <summary>Gets the id of the record that is in the way.</summary>
    public string? ExistingId { get; private set; }

    public IReadOnlyList<PropertyRefusal> Properties => _properties;

    public IReadOnlyList<string> TraceIds => _traceIds;

    public IReadOnlyList<string> Ids => _ids;

    public IReadOnlyList<string> MissingScopes => _scopes;

    public bool IsConflict => ExistingId is not null || Category is "CONFLICT" or "OBJECT_ALREADY_EXISTS" || _codes.Contains("CONTACT_EXISTS");

    public bool IsNotFound => Category is "OBJECT_NOT_FOUND";

    /// <summary>Gets the refusal in words that hold no value of a contact.</summary>
    public string Summary
    {
        get
        {
            var what = string.Join(", ", _codes.Append(Category).OfType<string>().Where(IsCode).Distinct());
            var why = what.Length > 0 ? what : "without a code";
            return IsCode(CorrelationId) ? $"{why} (correlation id {CorrelationId})" : why;
        }
    }

    public static HubSpotRefusal Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: the status alone tells.
            return new HubSpotRefusal();
        }
    }

    /// <summary>Reads the refusals of a batch's items.</summary>
    public static IReadOnlyList<HubSpotRefusal> ReadAll(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(Read)] : [];
    }

    public bool Says(string words) => _message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static HubSpotRefusal Read(JsonElement root)
    {
        var refusal = new HubSpotRefusal
        {
            Category = Text(root, "category"),
            PolicyName = Text(root, "policyName"),
            CorrelationId = Text(root, "correlationId"),
        };
        refusal.Take(root);
        refusal.TakeContext(root, code: null);
        foreach (var error in Items(root, "errors"))
        {
            refusal.Take(error);
            refusal.TakeContext(error, Text(error, "code"));
        }

        foreach (var result in Items(root, "validationResults"))
        {
            refusal.TakeValidation(result);
        }

        return refusal;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : default;

    private static bool IsCode(string? text) =>
        text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    [GeneratedRegex(@"Existing ID:\s*(\d{1,20})")]
    private static partial Regex ExistingIdPattern();

    private void Take(JsonElement element)
    {
        var message = Text(element, "message") ?? "";
        _message = _message.Length == 0 ? message : $"{_message}\n{message}";
        if (Text(element, "error") is { } error)
        {
            _codes.Add(error);
        }

        if (Text(element, "code") is { } code)
        {
            _codes.Add(code);
        }

        if (ExistingIdPattern().Match(message) is { Success: true } match)
        {
            ExistingId ??= match.Groups[1].Value;
            if (Text(element, "in") is { } property)
            {
                _properties.Add(new PropertyRefusal(property, PropertyRefusal.Taken));
            }
        }

        TakeEmbedded(message);
    }

    private void TakeContext(JsonElement element, string? code)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("context", out var context)
            || context.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var entry in context.EnumerateObject())
        {
            foreach (var value in Strings(entry.Value))
            {
                Sort(entry.Name, value, code);
            }
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray()
            .Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(item => item.ToString()),
        _ => [],
    };

    private void Sort(string key, string value, string? code)
    {
        switch (key)
        {
            case "propertyName":
                _properties.Add(new PropertyRefusal(value, code ?? Category ?? ""));
                break;
            case "objectWriteTraceId":
                _traceIds.Add(value);
                break;
            case "id" or "ids":
                _ids.Add(value);
                break;
            case "requiredGranularScopes" or "requiredScopes":
                _scopes.Add(value);
                break;
        }
    }

    private void TakeValidation(JsonElement result)
    {
        if (Text(result, "name") is { } name)
        {
            var code = Text(result, "error") ?? "";
            _codes.Add(code);
            _properties.Add(new PropertyRefusal(name, code));
        }

        if (ExistingIdPattern().Match(Text(result, "message") ?? "") is { Success: true } match)
        {
            ExistingId ??= match.Groups[1].Value;
        }
    }

    // "Property values were not valid: [{…},{…}]" carries the list that other answers hold beside the message.
    private void TakeEmbedded(string message)
    {
        var start = message.IndexOf("[{", StringComparison.Ordinal);
        var end = message.LastIndexOf(']');
        if (start < 0 || end <= start)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(message.AsMemory(start, end - start + 1));
            foreach (var result in document.RootElement.EnumerateArray())
            {
                TakeValidation(result);
            }
        }
        catch (JsonException)
        {
            // It was a sentence with brackets, no list.
        }
    }
}

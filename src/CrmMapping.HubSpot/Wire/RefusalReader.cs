using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmMapping.HubSpot;

/// <summary>Reads refusals in all the shapes in which HubSpot writes them: beside the message, below it, and inside of it.</summary>
internal sealed partial class RefusalReader
{
    private readonly List<PropertyRefusal> _properties = [];
    private readonly List<string> _traceIds = [];
    private readonly List<string> _ids = [];
    private readonly List<string> _scopes = [];
    private readonly List<string> _codes = [];
    private readonly List<string> _messages = [];
    private string? _existingId;

    public static HubSpotRefusal Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return new RefusalReader().Read(document.RootElement);
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: the status alone tells.
            return new HubSpotRefusal();
        }
    }

    /// <summary>Reads the refusals of a batch's items.</summary>
    /// <exception cref="JsonException">The list is none.</exception>
    public static IReadOnlyList<HubSpotRefusal> ReadAll(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(static item => new RefusalReader().Read(item))]
            : [];
    }

    private HubSpotRefusal Read(JsonElement root)
    {
        var category = Text(root, "category");
        Take(root);
        TakeContext(root, category);
        foreach (var error in Items(root, "errors"))
        {
            Take(error);
            TakeContext(error, Text(error, "code") ?? category);
        }

        foreach (var result in Items(root, "validationResults"))
        {
            TakeValidation(result);
        }

        return new HubSpotRefusal
        {
            Status = Text(root, "status"),
            Category = category,
            PolicyName = Text(root, "policyName"),
            CorrelationId = Text(root, "correlationId"),
            ExistingId = _existingId,
            Codes = _codes,
            Properties = _properties,
            TraceIds = _traceIds,
            Ids = _ids,
            MissingScopes = _scopes,
            Message = string.Join('\n', _messages),
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : default;

    [GeneratedRegex(@"Existing ID:\s*(\d{1,20})")]
    private static partial Regex ExistingIdPattern();

    private void Take(JsonElement element)
    {
        _codes.AddRange(new[] { Text(element, "error"), Text(element, "code") }.OfType<string>());
        if (Text(element, "message") is not { } message)
        {
            return;
        }

        _messages.Add(message);
        var isTaken = TakeExistingId(message);
        if (Text(element, "in") is { } property)
        {
            _properties.Add(new PropertyRefusal(property, isTaken ? PropertyRefusal.Taken : Text(element, "code") ?? ""));
        }

        TakeEmbedded(message);
    }

    private bool TakeExistingId(string message)
    {
        var match = ExistingIdPattern().Match(message);
        _existingId ??= match.Success ? match.Groups[1].Value : null;
        return match.Success;
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
            .Where(static item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(static item => item.ToString()),
        _ => [],
    };

    private void Sort(string key, string value, string? code)
    {
        switch (key)
        {
            case "propertyName":
                _properties.Add(new PropertyRefusal(value, code ?? ""));
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

        TakeExistingId(Text(result, "message") ?? "");
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

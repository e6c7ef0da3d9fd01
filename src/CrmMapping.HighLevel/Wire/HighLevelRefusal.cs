using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Holds what HighLevel says against a request. Every part of it may be missing.</summary>
/// <remarks>HighLevel's own sentences may hold values, so they stay in here and are never shown.</remarks>
internal sealed class HighLevelRefusal
{
    private static readonly HighLevelRefusal Nothing = new();

    private HighLevelRefusal()
    {
    }

    /// <summary>Gets whether this is a refusal in HighLevel's words at all, and not something that stands in its place.</summary>
    public bool IsHighLevels { get; private init; }

    /// <summary>Gets the id of the contact that is in the way.</summary>
    public string? ExistingId { get; private init; }

    /// <summary>Gets the field whose value another contact holds.</summary>
    public string? MatchingField { get; private init; }

    private IReadOnlyList<string> Messages { get; init; } = [];

    private string? TraceId { get; init; }

    /// <summary>Gets whether another contact holds a value, in a location that lets no two have it.</summary>
    public bool IsConflict => ExistingId is not null || Says("duplicated contact");

    /// <summary>Gets whether the contact that was named is not there. A route that is not there is none of that.</summary>
    public bool IsNoContact => IsHighLevels && Says("contact") && Says("not found") && !Says("cannot ") && !Says("field");

    /// <summary>Gets the refusal in words that hold no value of a contact.</summary>
    public string Summary => TraceId is { Length: > 0 and <= 64 } trace && trace.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? $"trace id {trace}"
        : IsHighLevels ? "without a trace id" : "in words that are not HighLevel's";

    public static HighLevelRefusal Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    public bool Says(string words) => Messages.Any(message => message.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Puts the refusal into terms that CRMs share.</summary>
    /// <param name="fields">The fields that were written.</param>
    /// <param name="customIds">The ids of those that the location added, by key.</param>
    /// <param name="status">The status it came with.</param>
    public WriteRefusal ToWriteRefusal(CrmFieldSet fields, IReadOnlyDictionary<string, string> customIds, int status)
    {
        var key = MatchingField ?? "email";
        return new WriteRefusal
        {
            Summary = $"{status}, {Summary}",
            IsConflict = IsConflict,
            IsNotFound = !IsConflict && IsNoContact,
            ExistingId = ExistingId,
            Fields = IsConflict
                ? [new FieldRefusal(key, IssueCode.RefusedByCrm, "Another HighLevel contact holds this value already, and the location lets no two have it.")]
                : [.. fields.Fields.Select(field => Refusal(field, customIds)).OfType<FieldRefusal>()],
        };
    }

    private FieldRefusal? Refusal(FieldDescriptor field, IReadOnlyDictionary<string, string> customIds)
    {
        var name = customIds.GetValueOrDefault(field.Key) ?? field.Key;
        var said = Messages.FirstOrDefault(message => Names(message, name) || Names(message, field.Key));
        return said switch
        {
            null => null,
            _ when said.Contains("not found", StringComparison.OrdinalIgnoreCase) =>
                new(field.Key, IssueCode.FieldMissing, "HighLevel has no such field."),
            _ when said.Contains("should not exist", StringComparison.OrdinalIgnoreCase) =>
                new(field.Key, IssueCode.ReadOnlyField, "HighLevel does not let the field be written so."),
            _ => new(field.Key, CodeOf(field.Type), "HighLevel's field takes no such value."),
        };
    }

    private static IssueCode CodeOf(FieldType type) => type switch
    {
        FieldType.Email => IssueCode.InvalidEmail,
        FieldType.Phone => IssueCode.InvalidPhone,
        FieldType.Picklist or FieldType.MultiPicklist => IssueCode.NotAnOption,
        FieldType.Date or FieldType.DateTime or FieldType.Number or FieldType.Boolean => IssueCode.NotConvertible,
        _ => IssueCode.RefusedByCrm,
    };

    // As a word of its own: "email must be an email" names no field "mail".
    private static bool Names(string message, string name)
    {
        for (var at = message.IndexOf(name, StringComparison.Ordinal); at >= 0; at = message.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsOfName(message[at - 1])) && (end == message.Length || !IsOfName(message[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private static HighLevelRefusal Read(JsonElement body)
    {
        var meta = body.TryGetProperty("meta", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        List<string> messages = [];
        if (body.TryGetProperty("message", out var message))
        {
            messages.AddRange(message.ValueKind == JsonValueKind.Array ? message.EnumerateArray().Select(Text).OfType<string>() : [Text(message) ?? ""]);
        }

        return new HighLevelRefusal
        {
            IsHighLevels = messages.Count > 0 || body.TryGetProperty("statusCode", out _),
            Messages = messages,
            TraceId = Text(body, "traceId"),
            ExistingId = Text(meta, "contactId"),
            MatchingField = Text(meta, "matchingField"),
        };
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

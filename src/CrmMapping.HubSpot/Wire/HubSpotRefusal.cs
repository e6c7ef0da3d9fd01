using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Holds what HubSpot says against a request or one of its items. Every part of it may be missing.</summary>
/// <remarks>HubSpot's own sentence may hold values, so it stays in here and is never shown.</remarks>
internal sealed class HubSpotRefusal
{
    /// <summary>Gets HubSpot's own code where there is no category, as of tokens; <c>error</c> where there is.</summary>
    public string? Status { get; init; }

    public string? Category { get; init; }

    public string? PolicyName { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>Gets the id of the record that is in the way.</summary>
    public string? ExistingId { get; init; }

    public IReadOnlyList<string> Codes { get; init; } = [];

    public IReadOnlyList<PropertyRefusal> Properties { get; init; } = [];

    public IReadOnlyList<string> TraceIds { get; init; } = [];

    public IReadOnlyList<string> Ids { get; init; } = [];

    public IReadOnlyList<string> MissingScopes { get; init; } = [];

    /// <summary>Gets HubSpot's sentences, a line each.</summary>
    public string Message { private get; init; } = "";

    public bool IsConflict => ExistingId is not null || Category is "CONFLICT" or "OBJECT_ALREADY_EXISTS" || Codes.Contains("CONTACT_EXISTS");

    public bool IsNotFound => Category is "OBJECT_NOT_FOUND";

    /// <summary>Gets whether this is a refusal in HubSpot's words at all, and not something that stands in its place.</summary>
    public bool IsHubSpots => Category is not null || CorrelationId is not null || Status is not null || Codes.Count > 0;

    /// <summary>Gets the refusal in words that hold no value of a contact.</summary>
    public string Summary
    {
        get
        {
            var what = string.Join(", ", Codes.Append(Category).OfType<string>().Where(IsCode).Distinct());
            var why = what.Length > 0 ? what : "without a code";
            return IsId(CorrelationId) ? $"{why} (correlation id {CorrelationId})" : why;
        }
    }

    public static HubSpotRefusal Read(ReadOnlySpan<byte> json) => RefusalReader.Read(json);

    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts the refusal into terms that CRMs share.</summary>
    /// <param name="status">The status it came with; zero within a batch.</param>
    public WriteRefusal ToWriteRefusal(int status = 0)
    {
        var isConflict = IsConflict || status == 409;

        // Of a conflict HubSpot need not say what is taken; it is the address then.
        var refused = isConflict && Properties.Count == 0 ? [new PropertyRefusal("email", PropertyRefusal.Taken)] : Properties;
        return new WriteRefusal
        {
            Summary = Summary,
            IsNotFound = (IsNotFound || status == 404) && !isConflict,
            IsConflict = isConflict,
            ExistingId = ExistingId,
            Fields = [.. refused.Select(static property => property.ToFieldRefusal())],
            FieldsForAll = [.. refused.Where(static property => property.IsForAll).Select(static property => property.Name)],
        };
    }

    /// <summary>Tells whether a text is one of HubSpot's codes, such as <c>INVALID_EMAIL</c>, so that it holds no value.</summary>
    public static bool IsCode(string? text) =>
        text is [>= 'A' and <= 'Z', ..] and { Length: <= 64 } && text.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool IsId(string? text) => text is { Length: > 0 and <= 64 } && text.All(static c => char.IsAsciiHexDigit(c) || c == '-');
}

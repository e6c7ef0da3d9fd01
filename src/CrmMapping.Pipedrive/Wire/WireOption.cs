using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>An option of a field as Pipedrive sends it: its id is a number in custom fields and may be a text in Pipedrive's own.</summary>
internal sealed record WireOption
{
    public JsonElement Id { get; init; }

    public string? Label { get; init; }

    public string? Value => Id.ValueKind is JsonValueKind.Number or JsonValueKind.String or JsonValueKind.True or JsonValueKind.False
        ? Id.ToString()
        : null;
}

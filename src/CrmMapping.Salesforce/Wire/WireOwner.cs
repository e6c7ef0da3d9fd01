using System.Text.Json.Serialization;

namespace CrmMapping.Salesforce;

/// <summary>A user or a queue as Salesforce sends it; a queue has no address and is always active.</summary>
internal sealed record WireOwner
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    [JsonPropertyName("Email")]
    public string? Email { get; init; }

    [JsonPropertyName("IsActive")]
    public bool? IsActive { get; init; }
}

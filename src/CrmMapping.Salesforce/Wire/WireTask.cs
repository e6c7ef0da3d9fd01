using System.Text.Json.Serialization;

namespace CrmMapping.Salesforce;

/// <summary>A task, as far as it is read.</summary>
internal sealed record WireTask
{
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("CallObject")]
    public string? CallObject { get; init; }

    [JsonPropertyName("CallDisposition")]
    public string? CallDisposition { get; init; }
}

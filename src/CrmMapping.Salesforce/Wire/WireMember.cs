using System.Text.Json.Serialization;

namespace CrmMapping.Salesforce;

/// <summary>A member of a campaign as Salesforce sends it: a contact or a lead.</summary>
internal sealed record WireMember
{
    [JsonPropertyName("ContactId")]
    public string? ContactId { get; init; }

    [JsonPropertyName("LeadId")]
    public string? LeadId { get; init; }
}

using System.Text.Json.Serialization;

namespace CrmMapping.Aircall;

/// <summary>The company's own number, as Aircall sends it.</summary>
internal sealed record WireLine
{
    /// <summary>The number as it is shown.</summary>
    public string? Digits { get; init; }

    /// <summary>The number by E.164, which only webhooks tell.</summary>
    [JsonPropertyName("e164_digits")]
    public string? E164Digits { get; init; }
}

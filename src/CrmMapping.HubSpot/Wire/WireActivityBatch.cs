using System.Text.Json;

namespace CrmMapping.HubSpot;

/// <summary>The answer to a batch of activities that were written.</summary>
internal sealed record WireActivityBatch
{
    public required IReadOnlyList<WireActivity?> Results { get; init; }

    public JsonElement? Errors { get; init; }
}

using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Holds one event of a subscription.</summary>
internal sealed record WebhookEvent(long EventId, string What, ObjectKind Kind, long ObjectId, Stamp Stamp)
{
    public string? PropertyName { get; init; }

    public string? PropertyValue { get; init; }

    public string? ChangeFlag { get; init; }

    public MergeFacts? Merge { get; init; }

    public Instant OccurredAt => Stamp.At;

    internal sealed record MergeFacts(long Primary, long Merged, long New, int PropertiesMoved);
}

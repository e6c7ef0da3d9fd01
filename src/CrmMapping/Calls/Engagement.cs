using NodaTime;

namespace CrmMapping;

/// <summary>Describes a call that ended, or a message, as far as it counts for a contact.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record Engagement
{
    /// <summary>Gets the contact base.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the contact; null where it is known since the engagement was first counted.</summary>
    public string? LocalId { get; init; }

    /// <summary>Gets the name of the telephony account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the key of the call or message, as <see cref="PendingActivity.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Gets whether it is a call, and no message.</summary>
    public required bool IsCall { get; init; }

    /// <summary>Gets who called or wrote to whom.</summary>
    public required CallDirection Direction { get; init; }

    /// <summary>Gets when the call began, or the message was sent.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets what was written, or what people see of the call's outcome; null for none.</summary>
    public string? Text { get; init; }
}

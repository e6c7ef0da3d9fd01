using NodaTime;

namespace CrmMapping;

/// <summary>Remembers the last call or message of one kind.</summary>
/// <param name="At">When the call began, or the message was sent.</param>
/// <param name="Account">The name of the telephony account.</param>
/// <param name="Key">The key of the call or message, as <see cref="PendingActivity.Key"/>.</param>
/// <param name="Text">What was written, or what people see of the call's outcome; null for none.</param>
public sealed record LastEngagement(Instant At, string Account, string Key, string? Text)
{
    /// <summary>Tells whether this is a later one; of two at one time the names decide, so that any order of telling gives the same last one.</summary>
    internal bool IsAfter(LastEngagement? other) => other is null
        || (At, string.CompareOrdinal(Account, other.Account), string.CompareOrdinal(Key, other.Key)).CompareTo((other.At, 0, 0)) > 0;
}

using NodaTime;

namespace CrmMapping;

/// <summary>Says that a connection dealt with a call or message, or when to try it again.</summary>
/// <param name="Account">The name of the telephony account.</param>
/// <param name="Key">The key, as <see cref="PendingActivity.Key"/>.</param>
/// <param name="Revision">The revision that was dealt with; one that changed since stays to be dealt with.</param>
/// <param name="RetryAt">When to try it again, which counts as one more attempt; null when it is done with.</param>
public sealed record WorkedActivity(string Account, string Key, long Revision, Instant? RetryAt = null);

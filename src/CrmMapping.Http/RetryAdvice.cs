namespace CrmMapping.Http;

/// <summary>Says what to do after an answer.</summary>
/// <param name="Kind">Whether the answer stands or the request is sent again.</param>
/// <param name="Wait">How long to wait before that; null leaves it to a growing, jittered pause.</param>
/// <param name="Pauses">Whether every request of the same budget waits as long.</param>
/// <param name="Reason">Why, for people: a sentence without a full stop; null when the answer stands.</param>
public readonly record struct RetryAdvice(RetryKind Kind, TimeSpan? Wait = null, bool Pauses = false, string? Reason = null)
{
    /// <summary>Gets the advice to take the answer as it is.</summary>
    public static RetryAdvice Accept => default;
}

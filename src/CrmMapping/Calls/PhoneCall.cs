using NodaTime;

namespace CrmMapping;

/// <summary>Describes a call as a telephony told of it at an instant.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads.</remarks>
public sealed record PhoneCall
{
    /// <summary>Gets the telephony's id of the call.</summary>
    public required string Id { get; init; }

    /// <summary>Gets who called whom.</summary>
    public required CallDirection Direction { get; init; }

    /// <summary>Gets when it began to ring.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Gets when it was answered; null when it was not.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Gets when it ended; null while it goes on.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Gets whether the caller left a message.</summary>
    public bool HasVoicemail { get; init; }

    /// <summary>Gets why it reached nobody, where that is known.</summary>
    public CallFailure Failure { get; init; }

    /// <summary>Gets the contact's number as the telephony writes it; null when it was withheld.</summary>
    public string? ContactNumber { get; init; }

    /// <summary>Gets the number of the host's own line, as the telephony writes it; null when it does not say.</summary>
    public string? LineNumber { get; init; }

    /// <summary>Gets the e-mail address of the user who called or was called; null when nobody was, or it is not known.</summary>
    public string? UserEmail { get; init; }

    /// <summary>Gets the name of the user; null when it is not known.</summary>
    public string? UserName { get; init; }

    /// <summary>Gets the tags on it, in the order in which they were put there.</summary>
    public EquatableArray<CallTag> Tags { get; init; }

    /// <summary>Gets what users noted on it, in order.</summary>
    public EquatableArray<string> Comments { get; init; }

    /// <summary>Gets where its recording or message can be listened to for good; null when there is none.</summary>
    public Uri? RecordingLink { get; init; }

    /// <summary>Gets when the telephony described it so. Of two descriptions the later one holds.</summary>
    public required Instant ToldAt { get; init; }

    /// <summary>Gets how it ended; null while it goes on.</summary>
    public CallSituation? Situation => EndedAt is null ? null : (Direction, AnsweredAt) switch
    {
        (CallDirection.Outbound, not null) => CallSituation.OutboundAnswered,
        (CallDirection.Outbound, null) => Failure switch
        {
            CallFailure.Busy => CallSituation.OutboundBusy,
            CallFailure.WrongNumber => CallSituation.OutboundWrongNumber,
            _ => CallSituation.OutboundUnanswered,
        },
        (_, not null) => CallSituation.InboundAnswered,
        _ => HasVoicemail ? CallSituation.InboundVoicemail : CallSituation.InboundMissed,
    };

    /// <summary>Gets how long it lasted, ringing included; zero while it goes on.</summary>
    public Duration Length => EndedAt is { } end && end > StartedAt ? end - StartedAt : Duration.Zero;

    /// <summary>Brings two descriptions of one call together, whichever was told first.</summary>
    /// <param name="one">A description.</param>
    /// <param name="other">Another one of the same call.</param>
    /// <returns>
    /// What is known of the call: what may change, such as tags, from the later one; what once happened, such as its end or a message left,
    /// from either; of when it began and who called whom, which no telephony tells otherwise later, the earlier and the incoming one, should it.
    /// The order, the grouping and repetitions do not matter.
    /// </returns>
    /// <exception cref="ArgumentException">They are about different calls.</exception>
    public static PhoneCall Merge(PhoneCall one, PhoneCall other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Id != other.Id)
        {
            throw new ArgumentException("Two calls cannot be brought together. Give two descriptions of one.", nameof(other));
        }

        return (CompareTelling(one, other) >= 0 ? one : other) with
        {
            Direction = one.Direction < other.Direction ? one.Direction : other.Direction,
            StartedAt = Instant.Min(one.StartedAt, other.StartedAt),
            AnsweredAt = Earlier(one.AnsweredAt, other.AnsweredAt),
            EndedAt = Later(one.EndedAt, other.EndedAt),
            HasVoicemail = one.HasVoicemail || other.HasVoicemail,
            Failure = one.Failure > other.Failure ? one.Failure : other.Failure,
            RecordingLink = Greater(one.RecordingLink, other.RecordingLink),
        };
    }

    // What is told of one second has no order of its own. It is given one, so that whoever hears it in another order knows the same.
    private static int CompareTelling(PhoneCall one, PhoneCall other)
    {
        ReadOnlySpan<int> order =
        [
            one.ToldAt.CompareTo(other.ToldAt),
            Compare(one.Tags, other.Tags, static tag => tag.Id),
            Compare(one.Tags, other.Tags, static tag => tag.Name, StringComparer.Ordinal),
            Compare(one.Comments, other.Comments, static comment => comment, StringComparer.Ordinal),
            string.CompareOrdinal(one.UserEmail, other.UserEmail),
            string.CompareOrdinal(one.UserName, other.UserName),
            string.CompareOrdinal(one.ContactNumber, other.ContactNumber),
            string.CompareOrdinal(one.LineNumber, other.LineNumber),
        ];
        var decisive = order.IndexOfAnyExcept(0);
        return decisive < 0 ? 0 : order[decisive];
    }

    private static int Compare<T, TPart>(EquatableArray<T> one, EquatableArray<T> other, Func<T, TPart> part, IComparer<TPart>? comparer = null)
    {
        if (one.Count != other.Count)
        {
            return one.Count.CompareTo(other.Count);
        }

        for (var i = 0; i < one.Count; i++)
        {
            if ((comparer ?? Comparer<TPart>.Default).Compare(part(one[i]), part(other[i])) is var order and not 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other : one;

    private static Instant? Later(Instant? one, Instant? other) => one is null || other > one ? other : one;

    private static Uri? Greater(Uri? one, Uri? other) => string.CompareOrdinal(one?.OriginalString, other?.OriginalString) >= 0 ? one : other;
}

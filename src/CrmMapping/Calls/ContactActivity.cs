using NodaTime;

namespace CrmMapping;

/// <summary>Adds up a contact's calls and messages: how many there were, the first and the last of each kind.</summary>
/// <remarks>
/// Immutable, compares by value. Counts are sums, first times minima and last ones maxima, so that the order in which engagements are counted does
/// not matter, as long as each is counted once: a call when it has ended. When a call began and who called whom never changes afterwards; its outcome may,
/// which <see cref="WithText"/> takes in.
/// </remarks>
public sealed record ContactActivity
{
    /// <summary>Gets the activity of a contact with whom nothing happened yet.</summary>
    public static ContactActivity None { get; } = new();

    /// <summary>Gets the calls that came in.</summary>
    public EngagementTotals InboundCalls { get; init; } = EngagementTotals.None;

    /// <summary>Gets the calls that went out.</summary>
    public EngagementTotals OutboundCalls { get; init; } = EngagementTotals.None;

    /// <summary>Gets the messages that came in.</summary>
    public EngagementTotals InboundMessages { get; init; } = EngagementTotals.None;

    /// <summary>Gets the messages that went out.</summary>
    public EngagementTotals OutboundMessages { get; init; } = EngagementTotals.None;

    /// <summary>Gets the last call, either way; null while there was none.</summary>
    public LastEngagement? LastCall => Later(InboundCalls.Last, OutboundCalls.Last);

    /// <summary>Gets the last call or message that came in; null while there was none.</summary>
    public LastEngagement? LastInbound => Later(InboundCalls.Last, InboundMessages.Last);

    /// <summary>Gets the last call or message that went out; null while there was none.</summary>
    public LastEngagement? LastOutbound => Later(OutboundCalls.Last, OutboundMessages.Last);

    /// <summary>Gets when the first call or message came in; null while there was none.</summary>
    public Instant? FirstInboundAt => Earlier(InboundCalls.FirstAt, InboundMessages.FirstAt);

    /// <summary>Gets when the first call or message went out; null while there was none.</summary>
    public Instant? FirstOutboundAt => Earlier(OutboundCalls.FirstAt, OutboundMessages.FirstAt);

    /// <summary>Counts a call that ended, or a message, that was not counted before.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <returns>The activity with it.</returns>
    public ContactActivity With(Engagement engagement)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        return Change(engagement, totals => totals.With(engagement));
    }

    /// <summary>Takes in that a call which was counted has another outcome now.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <returns>The activity with it; unchanged where that call is not the last of its kind.</returns>
    public ContactActivity WithText(Engagement engagement)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        return Change(engagement, totals => totals.WithText(engagement));
    }

    private static LastEngagement? Later(LastEngagement? one, LastEngagement? other) => one is not null && one.IsAfter(other) ? one : other;

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other : one;

    private ContactActivity Change(Engagement engagement, Func<EngagementTotals, EngagementTotals> change) => (engagement.IsCall, engagement.Direction) switch
    {
        (true, CallDirection.Inbound) => this with { InboundCalls = change(InboundCalls) },
        (true, _) => this with { OutboundCalls = change(OutboundCalls) },
        (false, CallDirection.Inbound) => this with { InboundMessages = change(InboundMessages) },
        _ => this with { OutboundMessages = change(OutboundMessages) },
    };
}

using NodaTime;

namespace CrmMapping;

/// <summary>Adds up the calls, or the messages, of one direction.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="FirstAt">When the first one was; null while there was none.</param>
/// <param name="Last">The last one; null while there was none.</param>
public sealed record EngagementTotals(int Count, Instant? FirstAt, LastEngagement? Last)
{
    /// <summary>Gets the totals before anything happened.</summary>
    public static EngagementTotals None { get; } = new(0, null, null);

    /// <summary>Gets when the last one was; null while there was none.</summary>
    public Instant? LastAt => Last?.At;

    internal EngagementTotals With(Engagement engagement)
    {
        var one = new LastEngagement(engagement.At, engagement.Account, engagement.Key, engagement.Text);
        return new EngagementTotals(
            Count + 1,
            FirstAt is { } first && first <= engagement.At ? first : engagement.At,
            Last is not null && Last.IsAfter(one) ? Last : one);
    }

    internal EngagementTotals WithText(Engagement engagement) =>
        Last is { } last && last.Account == engagement.Account && last.Key == engagement.Key ? this with { Last = last with { Text = engagement.Text } } : this;
}

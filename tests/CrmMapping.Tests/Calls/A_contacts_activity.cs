using NodaTime;

namespace CrmMapping.Tests.Calls;

public sealed class A_contacts_activity
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    [Fact]
    public void Counts_calls_and_messages_and_knows_the_first_and_the_last_of_each()
    {
        var activity = ContactActivity.None
            .With(Call(2, 20, CallDirection.Inbound, "Connected")).With(Call(1, 10, CallDirection.Inbound, "Busy"))
            .With(Call(3, 15, CallDirection.Outbound, "No answer")).With(Message(4, 30, CallDirection.Outbound, "Hello"));

        activity.InboundCalls.Should().Be(new EngagementTotals(2, At(10), new LastEngagement(At(20), "Phones", "call:2", "Connected")));
        activity.OutboundMessages.Should().Be(new EngagementTotals(1, At(30), new LastEngagement(At(30), "Phones", "message:4", "Hello")));
        activity.InboundMessages.Should().Be(EngagementTotals.None);
        (activity.LastCall!.Text, activity.LastOutbound!.Key, activity.FirstOutboundAt, activity.LastInbound!.At, activity.FirstInboundAt)
            .Should().Be(("Connected", "message:4", At(15), At(20), At(10)));
    }

    [Fact]
    public void Takes_in_another_outcome_of_the_last_call_alone()
    {
        var activity = ContactActivity.None.With(Call(1, 10, CallDirection.Inbound, "Busy")).With(Call(2, 20, CallDirection.Inbound, null));

        activity.WithText(Call(2, 20, CallDirection.Inbound, "Sold")).InboundCalls.Last!.Text.Should().Be("Sold");
        activity.WithText(Call(1, 10, CallDirection.Inbound, "Sold")).Should().Be(activity);
    }

    [Fact]
    public void Is_the_same_in_any_order()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var engagements = Enumerable.Range(0, random.Next(1, 30)).Select(number => random.Next(2) == 0
                ? Call(number, random.Next(10), Direction(random), $"{number}")
                : Message(number, random.Next(10), Direction(random), $"{number}")).ToArray();
            var expected = engagements.Aggregate(ContactActivity.None, (activity, one) => activity.With(one));

            random.Shuffle(engagements);

            engagements.Aggregate(ContactActivity.None, (activity, one) => activity.With(one)).Should().Be(expected, $"seed {seed}, round {round}");
        }
    }

    private static CallDirection Direction(Random random) => random.Next(2) == 0 ? CallDirection.Inbound : CallDirection.Outbound;

    private static Instant At(int minutes) => Noon + Duration.FromMinutes(minutes);

    private static Engagement Call(int id, int minutes, CallDirection direction, string? outcome) => Of($"call:{id}", isCall: true, minutes, direction, outcome);

    private static Engagement Message(int id, int minutes, CallDirection direction, string text) => Of($"message:{id}", isCall: false, minutes, direction, text);

    private static Engagement Of(string key, bool isCall, int minutes, CallDirection direction, string? text) => new()
    {
        Tenant = "acme", LocalId = "1", Account = "Phones", Key = key, IsCall = isCall, Direction = direction, At = At(minutes), Text = text,
    };
}

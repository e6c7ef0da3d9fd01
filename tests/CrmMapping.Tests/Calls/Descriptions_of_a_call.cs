using NodaTime;

namespace CrmMapping.Tests.Calls;

public sealed class Descriptions_of_a_call
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    private static readonly PhoneCall Ringing = new() { Id = "812", Direction = CallDirection.Inbound, StartedAt = At.Noon, ToldAt = At.Noon };

    [Fact, Trait("Rule", "T5")]
    public void Take_tags_and_comments_from_the_later_one()
    {
        var tagged = Ringing with { ToldAt = At.Noon + Second, Tags = [new CallTag(1, "sold"), new CallTag(2, "bad call")], Comments = ["one"] };
        var untagged = Ringing with { ToldAt = At.OneOClock, Tags = [new CallTag(2, "bad call")], Comments = [] };

        Merged(tagged, untagged).Should().Be(untagged);
    }

    [Fact]
    public void Keep_what_once_happened_whichever_tells_it()
    {
        var link = new Uri("https://calls.example.com/812");
        var answered = Ringing with { AnsweredAt = At.Noon + Second, RecordingLink = link };
        var ended = Ringing with { ToldAt = At.Noon + Second, EndedAt = At.OneOClock, HasVoicemail = true, Failure = CallFailure.Busy };
        var later = Ringing with { ToldAt = At.OneOClock, UserEmail = "lee@example.com" };

        Merged(answered, ended, later).Should().Be(later with
        {
            AnsweredAt = At.Noon + Second,
            EndedAt = At.OneOClock,
            HasVoicemail = true,
            Failure = CallFailure.Busy,
            RecordingLink = link,
        });
    }

    [Fact]
    public void Know_the_earliest_answer_and_the_latest_end() => Merged(
        Ringing with { AnsweredAt = At.Noon + Second, EndedAt = At.Noon + (3 * Second) },
        Ringing with { AnsweredAt = At.Noon + (2 * Second), EndedAt = At.OneOClock })
        .Should().Match<PhoneCall>(call => call.AnsweredAt == At.Noon + Second && call.EndedAt == At.OneOClock);

    [Fact]
    public void Of_two_calls_are_not_brought_together() =>
        FluentActions.Invoking(() => PhoneCall.Merge(Ringing, Ringing with { Id = "813" })).Should().Throw<ArgumentException>();

    [Fact, Trait("Rule", "S1")]
    public void Give_the_same_call_in_any_order_grouping_and_number()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var history = 0; history < 2_000; history++)
        {
            List<PhoneCall> told = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => AnyDescription(random))];
            var expected = told.Aggregate(PhoneCall.Merge);

            var again = told.Concat(told.Where(_ => random.Next(2) == 0)).ToArray();
            random.Shuffle(again);

            Grouped(random, again).Should().Be(expected, "the seed is {0}, the history {1}", seed, history);
        }
    }

    private static PhoneCall Merged(params PhoneCall[] told)
    {
        var merged = told.Aggregate(PhoneCall.Merge);
        told.Reverse().Aggregate(PhoneCall.Merge).Should().Be(merged);
        return merged;
    }

    private static PhoneCall Grouped(Random random, ReadOnlySpan<PhoneCall> told)
    {
        if (told.Length == 1)
        {
            return told[0];
        }

        var cut = 1 + random.Next(told.Length - 1);
        return PhoneCall.Merge(Grouped(random, told[..cut]), Grouped(random, told[cut..]));
    }

    // Few values for each part, so that many descriptions are told in one second and are alike in parts.
    private static PhoneCall AnyDescription(Random random) => new()
    {
        Id = "812",
        Direction = Any(random, CallDirection.Inbound, CallDirection.Outbound),
        StartedAt = Any(random, At.Noon, At.Noon + Second),
        AnsweredAt = Any<Instant?>(random, null, At.Noon + Second, At.Noon + (2 * Second)),
        EndedAt = Any<Instant?>(random, null, At.OneOClock, At.OneOClock + Second),
        HasVoicemail = Any(random, false, true),
        Failure = Any(random, CallFailure.None, CallFailure.Busy, CallFailure.WrongNumber),
        ContactNumber = Any(random, null, "+1 555 0100", "+15550100"),
        LineNumber = Any(random, null, "+1 555 0199"),
        UserEmail = Any(random, null, "lee@example.com", "sam@example.com"),
        UserName = Any(random, null, "Lee", "Sam"),
        Tags = Any<EquatableArray<CallTag>>(
            random, [], [new CallTag(1, "sold")], [new CallTag(1, "closed")], [new CallTag(2, "sold")], [new CallTag(2, "sold"), new CallTag(1, "sold")]),
        Comments = Any<EquatableArray<string>>(random, [], ["one"], ["two"], ["one", "two"]),
        RecordingLink = Any(random, null, new Uri("https://calls.example.com/812"), new Uri("https://calls.example.com/813")),
        ToldAt = Any(random, At.OneOClock, At.OneOClock + Second),
    };

    private static T Any<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];
}

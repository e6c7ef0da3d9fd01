using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Makes up what a telephony tells of calls and messages: ringing, answered, ended, tagged, and each message.</summary>
internal sealed class ToldCalls(Random random, int number)
{
    private static readonly CallTag[] Tags = [new(1, "sold"), new(2, "bad call"), new(3, "call back")];

    /// <summary>Gives all that is told, in order.</summary>
    public IReadOnlyList<object> InOrder() => [.. Enumerable.Range(0, number).SelectMany(Of)];

    /// <summary>Gives the same in another order, some of it several times.</summary>
    public IReadOnlyList<object> Shuffled(IReadOnlyList<object> told)
    {
        var again = told.Concat(told.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(again);
        return again;
    }

    private IEnumerable<object> Of(int id)
    {
        var start = At.Minute(random.Next(600));
        if (random.Next(4) == 0)
        {
            return [new TextMessage { Id = $"{id}", Direction = Direction(), SentAt = start, ContactNumber = Number(), Text = $"text {id}" }];
        }

        var ringing = new PhoneCall { Id = $"{id}", Direction = Direction(), StartedAt = start, ContactNumber = Number(), ToldAt = start };
        var answered = random.Next(3) == 0 ? ringing : ringing with { AnsweredAt = start + Duration.FromSeconds(5), ToldAt = start + Duration.FromSeconds(5) };
        var ended = answered with { EndedAt = start + Duration.FromMinutes(3), ToldAt = start + Duration.FromMinutes(3) };
        return [ringing, answered, ended, .. Enumerable.Range(4, random.Next(4)).Select(minute => ended with
        {
            ToldAt = start + Duration.FromMinutes(minute), Tags = [.. Tags.Where(_ => random.Next(2) == 0)],
        })];
    }

    private string Number() => $"{random.Next(5)}";

    private CallDirection Direction() => random.Next(2) == 0 ? CallDirection.Inbound : CallDirection.Outbound;
}

using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Tells of calls and a message, once and then of what came to them later, each time until they are dealt with.</summary>
public static class ToldCalls
{
    /// <summary>Stands where the name of an operation does.</summary>
    public const string Operation = "TellCalls";

    private static readonly Instant Start = Instant.FromUtc(2024, 3, 1, 11, 0);

    /// <summary>Gets how often something is told.</summary>
    public static IReadOnlyList<PhoneCall[]> Rounds { get; } =
    [
        [Call("1", "+14155550101"), Call("2", "+14155550102")],
        [Call("1", "+14155550101") with { HasVoicemail = true, ToldAt = Start + Duration.FromMinutes(9) }],
    ];

    public static TextMessage Message { get; } = new()
    {
        Id = "7", Direction = CallDirection.Inbound, SentAt = Start, ContactNumber = "+14155550101", Text = "Call me back",
    };

    public static async Task TellAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var calls in Rounds)
        {
            await services.GetRequiredService<ICrmCalls>().AcceptAsync(StaffPhones.Name, calls, [Message], cancellationToken);
            await SettleAsync(services, cancellationToken);
        }
    }

    /// <summary>Waits until nothing is due, and contacts hold what was counted.</summary>
    public static async Task SettleAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (store, clock) = (services.GetRequiredService<IActivityStore>(), services.GetRequiredService<IClock>());
        while ((await store.ReadPendingActivitiesAsync("HubSpot", clock.GetCurrentInstant(), 1, cancellationToken)).Count > 0
            || (await store.ReadUnsavedActivitiesAsync(Connection.DefaultTenant, 1, cancellationToken)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
        }
    }

    private static PhoneCall Call(string id, string number) => new()
    {
        Id = id,
        Direction = CallDirection.Inbound,
        StartedAt = Start,
        EndedAt = Start + Duration.FromMinutes(1),
        ContactNumber = number,
        ToldAt = Start + Duration.FromMinutes(1),
    };
}

using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs a host that logs the calls of a telephony in an emulated Salesforce org.</summary>
internal sealed class CallHost : IAsyncDisposable
{
    public const string Ada = "+14155550101";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private CallHost(SalesforceHost host, PlayedTelephony telephony) => (Host, Telephony) = (host, telephony);

    public SalesforceHost Host { get; }

    public PlayedTelephony Telephony { get; }

    public ICrmCalls Calls => Host.Services.GetRequiredService<ICrmCalls>();

    public IActivityStore Store => Host.Services.GetRequiredService<IActivityStore>();

    public Instant Now => Host.Services.GetRequiredService<IClock>().GetCurrentInstant();

    public SalesforceRecords Tasks => Host.Org.Tasks;

    public static async Task<CallHost> StartAsync(CallSettings? settings = null, Action<IServiceCollection>? more = null)
    {
        var telephony = new PlayedTelephony();
        var host = await SalesforceHost.StartAsync(SetUp(settings), Adding(telephony, more));
        return new CallHost(host, telephony);
    }

    /// <summary>Starts another process of the host, on the same org, file and telephony.</summary>
    public async Task<CallHost> StartBesideAsync(CallSettings? settings = null) =>
        new(await Host.StartBesideAsync(SetUp(settings), Adding(Telephony, null)), Telephony);

    /// <summary>Gives a call that went out to Ada, was answered, and ended now.</summary>
    public PhoneCall Call(string id, params CallTag[] tags) => new()
    {
        Id = id,
        Direction = CallDirection.Outbound,
        StartedAt = Now - Duration.FromSeconds(100),
        AnsweredAt = Now - Duration.FromSeconds(90),
        EndedAt = Now,
        ContactNumber = "(415) 555-0101",
        LineNumber = "+1 512-555-0100",
        UserEmail = "lee@example.com",
        UserName = "Lee",
        Tags = [.. tags],
        ToldAt = Now,
    };

    /// <summary>Lets the telephony tell of a call, and waits until it is dealt with.</summary>
    public async Task<PhoneCall> TellAsync(PhoneCall call)
    {
        await Calls.AcceptAsync(PlayedTelephony.Account.Name, [Telephony.Set(call)]);
        await SettleAsync();
        return call;
    }

    /// <summary>Tells of a call with other tags, a minute later.</summary>
    public Task<PhoneCall> RetagAsync(PhoneCall call, params CallTag[] tags)
    {
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        return TellAsync(call with { Tags = [.. tags], ToldAt = Now });
    }

    /// <summary>Waits until nothing is due, and contacts hold what was counted.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await Store.ReadPendingActivitiesAsync("Salesforce", Now, 1, default)).Count > 0
            || (await Store.ReadUnsavedActivitiesAsync(Connection.DefaultTenant, 1, default)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    /// <summary>Shows what is logged as <c>call: outcome</c>.</summary>
    public IReadOnlyList<string> Logged() =>
        [.. Tasks.All.Select(task => $"{task["CallObject"]!.Split(':')[1]}: {task["CallDisposition"] ?? "-"}").Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static Action<SalesforceBuilder> SetUp(CallSettings? settings) => salesforce => salesforce
        .CallOutcomes("Connected", "No answer", "Closed", "Left message")
        .Calls(settings ?? new CallSettings { LogCalls = true, LogMessages = true });

    private static Action<IServiceCollection> Adding(PlayedTelephony telephony, Action<IServiceCollection>? more) => services =>
    {
        services.AddSingleton<ITelephonyAdapter>(telephony).Replace(ServiceDescriptor.Singleton<ITelephonyAccounts>(telephony));
        services.AddCrmMapping(crm => crm.AddCallOutcomes(outcomes => outcomes
            .Default(CallSituation.OutboundAnswered, "Connected")
            .Default(CallSituation.OutboundUnanswered, "No answer")
            .Default(CallSituation.InboundVoicemail, "Left message")
            .MapTag("bad call").To("No answer")
            .MapTag("not there").To("No answer")
            .MapTag("sold").To("Closed")));
        more?.Invoke(services);
    };
}

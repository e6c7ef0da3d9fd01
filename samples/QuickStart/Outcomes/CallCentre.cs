using System.Net;
using CrmMapping;
using CrmMapping.Emulators;
using CrmMapping.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace QuickStart;

/// <summary>An application between two emulated accounts: the calls of an Aircall company come in by webhook, and are logged in HubSpot.</summary>
internal sealed class CallCentre : IAsyncDisposable
{
    private const string Crm = "HubSpot";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;

    private CallCentre(WebApplication app, DayClock clock, AircallEmulator aircall, HubSpotEmulator hubSpot) =>
        (_app, Clock, Aircall, HubSpot) = (app, clock, aircall, hubSpot);

    public DayClock Clock { get; }

    public AircallEmulator Aircall { get; }

    public HubSpotEmulator HubSpot { get; }

    public ICallOutcomeRules Rules => _app.Services.GetRequiredService<ICallOutcomeRules>();

    public static async Task<CallCentre> OpenAsync(FileInfo database, CancellationToken stop)
    {
        var clock = new DayClock();
        var hubSpot = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions { Clock = clock, SearchLag = Duration.Zero, LimitsEnabled = false }, stop);
        var aircall = await AircallEmulator.StartAsync(new AircallEmulatorOptions { Clock = clock, LimitsEnabled = false }, stop);
        var app = Build($"Data Source={database.FullName}", clock, aircall, hubSpot);
        await app.StartAsync(stop);
        aircall.Webhooks.Url = new Uri(new Uri(app.Urls.First()), "/crm-webhooks/aircall");
        return new CallCentre(app, clock, aircall, hubSpot);
    }

    public Task<ICrmSync> ConnectionAsync(CancellationToken stop) => _app.Services.GetRequiredService<ICrmConnections>().GetAsync(Crm, stop);

    /// <summary>Lets Aircall tell of all that happened, in disorder and some of it twice, and waits until it is dealt with.</summary>
    public async Task TellAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        Aircall.Webhooks.DuplicateNext(3);
        while (Aircall.Webhooks.Pending > 0)
        {
            await Aircall.Webhooks.DeliverAsync(patience.Token);
        }

        var activities = _app.Services.GetRequiredService<IActivityStore>();
        while ((await activities.ReadPendingActivitiesAsync(Crm, Clock.GetCurrentInstant(), 1, patience.Token)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    /// <summary>Finds what people see of a call's outcome in HubSpot.</summary>
    /// <exception cref="RunFailedException">The call is not logged, or more than once.</exception>
    public string OutcomeOf(long call)
    {
        var logged = HubSpot.Calls.All.Where(logged => logged["crm_mapping_key"] == $"{CompanyAccounts.Name}/call:{call}").ToList();
        return logged is not [var only] ? throw new RunFailedException($"The call {call} is logged {Plural.Of(logged.Count, "time")}.")
            : only["hs_call_disposition"] is { } id ? HubSpot.CallOutcomes.All.First(outcome => outcome.Id == id).Label
            : "–";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await Aircall.DisposeAsync();
        await HubSpot.DisposeAsync();
    }

    private static WebApplication Build(string connectionString, DayClock clock, AircallEmulator aircall, HubSpotEmulator hubSpot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddSingleton<IClock>(clock).AddSingleton<ITelephonyAccounts>(new CompanyAccounts(aircall));
        builder.Services.AddCrmMapping(crm => crm
            .UseSqlite(connectionString)
            .UseSqliteContacts<Contact>(connectionString, static keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .AddHubSpot(options => options
                .UseAccessToken(hubSpot.AccessToken)
                .UseContactMap<HubSpotContactMap>()
                .DefaultPhoneRegion("US")
                .Calls(new CallSettings { LogCalls = true })
                .Configure(o => (o.BaseAddress, o.SearchLag) = (hubSpot.BaseAddress, TimeSpan.Zero)))
            .AddAircall(options => options.Configure(o => o.BaseAddress = aircall.BaseAddress))
            .AddCallOutcomes(static outcomes => outcomes
                .Default(CallSituation.OutboundAnswered, "Connected")
                .Default(CallSituation.OutboundUnanswered, "No answer")
                .Default(CallSituation.InboundVoicemail, "Left voicemail")
                .MapTag("bad call").To("No answer")
                .MapTag("not there").To("No answer")
                .MapTag("callback").To("Busy")
                .MapTag("sold").To("Closed")));
        var app = builder.Build();
        app.MapCrmMappingWebhooks("/crm-webhooks");
        return app;
    }
}

using System.Text.Json.Serialization;
using CrmMapping;
using CrmMapping.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ReadmeCode;

internal static class Hosts
{
    public static void FirstScreen(WebApplicationBuilder builder)
    {
        // <readme:host>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()                          // your contacts, wherever they are
            .UseSqlite("Data Source=crm-sync.db")                               // the state of syncing
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(builder.Configuration["HubSpot:AccessToken"])   // null is a mistake reported at start-up
                .UseContactMap<HubSpotContactMap>()
                .ContactCreation(SyncFlow.FromCrm)
                .ContactUpdate(SyncFlow.BothWays)));
        // </readme>
    }

    public static void HubSpot(WebApplicationBuilder builder)
    {
        // <readme:hubspot>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()
            .UseSqlite("Data Source=crm-sync.db")
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(builder.Configuration["HubSpot:AccessToken"])
                .UseContactMap<HubSpotContactMap>()));
        // </readme>
    }

    public static void Calls(WebApplicationBuilder builder)
    {
        // <readme:calls>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()
            .UseSqlite("Data Source=crm-sync.db")
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(builder.Configuration["HubSpot:AccessToken"])
                .UseContactMap<HubSpotContactMap>()
                .Calls(new CallSettings { LogCalls = true }))
            .AddAircall(aircall => aircall
                .UseApiKey(
                    builder.Configuration["Aircall:ApiId"], builder.Configuration["Aircall:ApiToken"], builder.Configuration["Aircall:WebhookToken"]))
            .AddCallOutcomes(outcomes => outcomes
                .Default(CallSituation.OutboundAnswered, "Connected")
                .Default(CallSituation.OutboundUnanswered, "No answer")
                .MapTag("bad call").To("No answer")));
        // </readme>
    }

    public static void Activity(CrmMappingBuilder crm)
    {
        // <readme:activity>
        crm.TrackActivity<Contact>((contact, activity) =>
        {
            contact.Calls = activity.InboundCalls.Count + activity.OutboundCalls.Count;
            contact.LastOutcome = activity.LastCall?.Text;
        });
        // </readme>
    }

    public static void HubSpotCalls(CrmMappingBuilder crm)
    {
        // <readme:hubspot-calls>
        crm.AddHubSpot(hubSpot => hubSpot
            .Calls(new CallSettings { LogCalls = true, LogMessages = true }));
        // </readme>
    }

    public static void SalesforceCalls(CrmMappingBuilder crm)
    {
        // <readme:salesforce-calls>
        crm.AddSalesforce(salesforce => salesforce
            .CallOutcomes("Connected", "No answer", "Busy")
            .Calls(new CallSettings { LogCalls = true, LogMessages = true }));
        // </readme>
    }

    public static void ManyAccounts(CrmMappingBuilder crm, string clientId, string clientSecret, string refreshToken)
    {
        // <readme:connections>
        crm.AddHubSpot(hubSpot => hubSpot.UseOAuth(clientId, clientSecret).UseContactMap<HubSpotContactMap>());
        crm.AddConnection(
            new Connection { Name = "Acme", Kind = "HubSpot", Tenant = "acme" },
            new CrmCredentials { RefreshToken = refreshToken });
        // </readme>
    }

    public static void Guarded(CrmMappingBuilder crm)
    {
        // <readme:settings>
        crm.AddHubSpot(hubSpot => hubSpot
            .UseContactMap<HubSpotContactMap>()
            .DefaultPhoneRegion("US")                                  // reads numbers without a country code
            .PollInterval(Duration.FromSeconds(30))
            .VolumeGuard(new VolumeGuard { MaxOverwrites = 500 })      // a run that wants more stops first
            .UseExternalId("host_id"));                                // a create may be repeated without a twin
        // </readme>
    }

    public static void Sqlite(WebApplicationBuilder builder)
    {
        // <readme:sqlite>
        builder.Services.AddCrmMapping(crm => crm
            .UseSqlite("Data Source=crm-sync.db")
            .UseSqliteContacts(
                "Data Source=contacts.db",
                ContactJson.Default.Contact,                               // a JsonSerializerContext of yours
                keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .AddHubSpot(hubSpot => hubSpot.UseContactMap<HubSpotContactMap>()));
        // </readme>
    }

    public static void Webhooks(WebApplicationBuilder builder)
    {
        // <readme:webhooks>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()
            .UseSqlite("Data Source=crm-sync.db")
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(builder.Configuration["HubSpot:AccessToken"])
                .UseContactMap<HubSpotContactMap>()
                .UseWebhooks(builder.Configuration["HubSpot:ClientSecret"])));

        var app = builder.Build();
        app.MapCrmMappingWebhooks("/crm-webhooks");
        app.Run();
        // </readme>
    }

    public static void WebhookOptions(CrmMappingBuilder crm)
    {
        // <readme:webhook-options>
        crm.Webhooks(webhooks =>
        {
            webhooks.PublicUrl = new Uri("https://hooks.example.com");   // behind a proxy, without forwarded headers
            webhooks.MaxBodyBytes = 256 * 1024;                          // default 1 MiB
            webhooks.RetryAfter = TimeSpan.FromMinutes(1);               // default 30 seconds
        });
        // </readme>
    }

    public static async Task<int> Http(CrmHttpClients clients, Connection connection, CancellationToken cancellationToken)
    {
        // <readme:http>
        var contacts = await clients.For(connection).AskAsync(
            new CrmRequest { Name = "list contacts", Method = HttpMethod.Get, Path = "/contacts?limit=100" },
            answer => Read(answer.Body.Span), cancellationToken);
        // </readme>
        return contacts;

        static int Read(ReadOnlySpan<byte> json) => json.Length;
    }
}

[JsonSerializable(typeof(Contact))]
internal sealed partial class ContactJson : JsonSerializerContext;

using CrmMapping;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ReadmeCode;

internal static class AircallHosts
{
    public static void One(WebApplicationBuilder builder)
    {
        // <readme:aircall>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()
            .UseSqlite("Data Source=crm-sync.db")
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(builder.Configuration["HubSpot:AccessToken"])
                .UseContactMap<HubSpotContactMap>())
            .AddAircall(aircall => aircall
                .UseApiKey(
                    builder.Configuration["Aircall:ApiId"], builder.Configuration["Aircall:ApiToken"], builder.Configuration["Aircall:WebhookToken"])));
        // </readme>
    }
}

using CrmMapping;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ReadmeCode;

internal static class PipedriveHosts
{
    public static void One(WebApplicationBuilder builder)
    {
        // <readme:pipedrive>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()
            .UseSqlite("Data Source=crm-sync.db")
            .AddPipedrive(pipedrive => pipedrive
                .UseApiToken(builder.Configuration["Pipedrive:ApiToken"])
                .UseContactMap<PipedriveContactMap>()));
        // </readme>
    }
}

using CrmMapping;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ReadmeCode;

internal static class HighLevelHosts
{
    public static void One(WebApplicationBuilder builder)
    {
        // <readme:highlevel>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()
            .UseSqlite("Data Source=crm-sync.db")
            .AddHighLevel(highLevel => highLevel
                .UsePrivateToken(builder.Configuration["HighLevel:PrivateToken"], locationId: "ve9EPM428h8vShlRW1KT")
                .UseContactMap<HighLevelContactMap>()));
        // </readme>
    }
}

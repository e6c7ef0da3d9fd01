using CrmMapping;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ReadmeCode;

internal static class SalesforceHosts
{
    public static void One(WebApplicationBuilder builder, string clientId, string clientSecret)
    {
        // <readme:salesforce>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<Contact, ContactRepository>()
            .UseSqlite("Data Source=crm-sync.db")
            .AddSalesforce(salesforce => salesforce
                .UseClientCredentials(new Uri("https://acme.my.salesforce.com"), clientId, clientSecret)
                .UseContactMap<SalesforceContactMap>()
                .UseLeadMap<SalesforceLeadMap>()
                .SyncLeadsAndContacts(prioritize: RecordType.Lead)));
        // </readme>
    }
}

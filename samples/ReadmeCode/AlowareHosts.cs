using CrmMapping;
using CrmMapping.Aloware;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ReadmeCode;

internal static class AlowareHosts
{
    public static void Aloware(WebApplicationBuilder builder)
    {
        // <readme:aloware>
        builder.Services.AddCrmMapping(crm => crm
            .UseContacts<AlowareContact, AlowareContactRepository>()    // the shipped contact, wherever you keep it
            .UseSqlite("Data Source=crm-sync.db")
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(builder.Configuration["HubSpot:AccessToken"])
                .UseContactMap<AlowareHubSpotMap>()));                  // the shipped map: 55 fields
        // </readme>
    }

    public static void Event(AlowareContact contact, Instant answeredAt, DateTimeZone zone)
    {
        // <readme:aloware-event>
        contact.LastInboundCallAt = answeredAt.InZone(zone).ToOffsetDateTime();   // date and time of day follow from it
        contact.LastInboundEngagementAt = answeredAt;
        contact.TotalInboundCalls = (contact.TotalInboundCalls ?? 0) + 1;
        // </readme>
    }
}

// <readme:aloware-own>
public sealed class Lead : AlowareContact
{
    public string? Tier { get; set; }
}

public sealed class LeadMap : AlowareHubSpotMap<Lead>
{
    public LeadMap()
    {
        Map(c => c.Tier).To("tier");                             // beside what is shipped
        Map(c => c.LeadSource).To("first_campaign").FromCrm();   // instead of the shipped mapping of LeadSource
        Field(c => c.CustomField2);                              // not mapped any more, but offered to admins
    }
}
// </readme>

/// <summary>Stands for the application's own repository, which no README shows.</summary>
internal abstract class AlowareContactRepository : IContactRepository<AlowareContact>
{
    public abstract Task<IReadOnlyList<LocalContact<AlowareContact>>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    public abstract Task<LocalPage<AlowareContact>> ReadPageAsync(
        string tenant, string? cursor, int size, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalContact<AlowareContact>>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalSave<AlowareContact>> saves, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<AlowareContact>> creates, CancellationToken cancellationToken);
}

using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.AspNetCore.Tests;

internal sealed class InventedBuilder(CrmMappingBuilder crm, string kind) : CrmBuilder<InventedBuilder>(crm, kind)
{
    public static CrmMappingBuilder Add(CrmMappingBuilder crm, string kind, ICrmAdapter? adapter = null)
    {
        crm.Services.AddSingleton(adapter ?? new InventedCrm(kind));
        return crm.AddCrm(new InventedBuilder(crm, kind), static c => c.UseContactMap<InventedMap>())
            .AddConnection(new Connection { Name = $"{kind} east", Kind = kind });
    }
}

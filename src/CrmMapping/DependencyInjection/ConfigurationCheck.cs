using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping;

/// <summary>Gathers every mistake in what was configured: in the registrations, the options and the maps.</summary>
internal sealed class ConfigurationCheck(
    CrmMappingRegistry registry, MapCatalog catalog, AdapterList adapters, IServiceProvider provider)
{
    private readonly Lazy<IReadOnlyList<MappingMistake>> _mistakes = new(() =>
        [.. Find(registry, catalog, adapters, provider).Distinct()]);

    /// <summary>Throws when anything is wrong. The engine asks before its first work, so that it holds without a host too.</summary>
    /// <exception cref="CrmMappingConfigurationException">Something is wrong; every mistake is in it.</exception>
    public void EnsureValid()
    {
        if (_mistakes.Value.Count > 0)
        {
            throw new CrmMappingConfigurationException(_mistakes.Value);
        }
    }

    private static IEnumerable<MappingMistake> Find(
        CrmMappingRegistry registry, MapCatalog catalog, AdapterList adapters, IServiceProvider provider) =>
    [
        .. registry.Mistakes,
        .. OfHost(registry, provider.GetRequiredService<IServiceProviderIsService>()),
        .. OfCrms(registry, adapters.All?.Select(static adapter => adapter.Kind).ToHashSet(StringComparer.Ordinal)),
        .. OfConnections(registry),
        .. TelephonyCheck.Find(registry.Telephonies, provider.GetServices<ITelephonyAdapter>()),
        .. adapters.Mistakes,
        .. registry.Checks.SelectMany(check => check(provider)),
        .. catalog.Mistakes,
        .. OfContactTypes(registry, catalog),
        .. OfSettings(registry, catalog),
    ];

    private static IEnumerable<MappingMistake> OfHost(CrmMappingRegistry registry, IServiceProviderIsService services)
    {
        if (registry.ContactType is null)
        {
            yield return Mistakes.NoContacts();
        }

        Type[] parts = [typeof(ISyncStore), typeof(IConnectionStore), typeof(IChangeQueue)];
        string[] missing = [.. parts.Where(part => !services.IsService(part)).Select(static part => part.Name)];
        if (missing.Length > 0)
        {
            yield return Mistakes.NoStore(missing);
        }
    }

    private static IEnumerable<MappingMistake> OfCrms(CrmMappingRegistry registry, HashSet<string>? adapters)
    {
        foreach (var crm in registry.Crms)
        {
            if (crm.Maps.Count == 0)
            {
                yield return Mistakes.NoMap(crm.Kind);
            }

            if (adapters?.Contains(crm.Kind) == false)
            {
                yield return Mistakes.NoAdapter(crm.Kind);
            }
        }
    }

    private static IEnumerable<MappingMistake> OfConnections(CrmMappingRegistry registry)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (connection, _) in registry.Connections)
        {
            if (!names.Add(connection.Name))
            {
                yield return Mistakes.ConnectionNamedTwice(connection.Name);
            }

            if (registry.Crms.All(crm => crm.Kind != connection.Kind))
            {
                yield return Mistakes.UnknownKind(connection.Name, connection.Kind);
            }
        }
    }

    private static IEnumerable<MappingMistake> OfSettings(CrmMappingRegistry registry, MapCatalog catalog) =>
    [
        .. registry.Crms.SelectMany(crm => SettingsCheck.Find(crm.Kind, crm.Kind, crm.Settings, catalog.OfKind(crm.Kind))),
        .. registry.Connections.Select(static declared => declared.Connection)
            .SelectMany(c => SettingsCheck.Find(c.Name, c.Kind, c.Settings, catalog.OfKind(c.Kind))),
    ];

    private static IEnumerable<MappingMistake> OfContactTypes(CrmMappingRegistry registry, MapCatalog catalog) =>
        registry.ContactType is not { } host
            ? []
            : catalog.Maps
                .Where(map => map.ContactType != host)
                .Select(map => Mistakes.OtherContact(map.Name, map.ContactType, host));
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace CrmMapping;

/// <summary>Remembers what was said in <c>AddCrmMapping</c>, in however many calls.</summary>
internal sealed class CrmMappingRegistry
{
    private readonly Dictionary<string, List<ServiceDescriptor>> _chosen = new(StringComparer.Ordinal);
    private readonly List<DeclaredConnection> _declared = [];

    /// <summary>Gets or sets the type of the host's contacts; null until it was said.</summary>
    public Type? ContactType { get; set; }

    /// <summary>Gets or sets how long the journal remembers what was decided.</summary>
    public Duration JournalRetention { get; set; } = Duration.FromDays(90);

    /// <summary>Gets or sets how many connections this process works at once.</summary>
    public int ConcurrentConnections { get; set; } = 64;

    /// <summary>Gets the CRMs, in the order in which they were added.</summary>
    public List<CrmRegistration> Crms { get; } = [];

    /// <summary>Gets the telephony accounts declared in code.</summary>
    public List<DeclaredTelephony> Telephonies { get; } = [];

    /// <summary>Gets the mistakes that were noticed while things were said.</summary>
    public List<MappingMistake> Mistakes { get; } = [];

    /// <summary>Gets the checks of options: each gives the mistakes of one options instance.</summary>
    public List<Func<IServiceProvider, IEnumerable<MappingMistake>>> Checks { get; } = [];

    /// <summary>Gets the connections declared in code: one for each CRM with credentials, and those of <c>AddConnection</c>.</summary>
    public IReadOnlyList<DeclaredConnection> Connections =>
    [
        .. Crms.Where(static crm => crm.Credentials is not null).Select(static crm => new DeclaredConnection(
            new Connection { Name = crm.Kind, Kind = crm.Kind, Settings = crm.Settings }, crm.Credentials)),
        .. _declared,
    ];

    public void Declare(Connection connection, CrmCredentials? credentials) => _declared.Add(new(connection, credentials));

    /// <summary>Fills a role: replaces what an earlier choice registered, never what the host registered itself.</summary>
    public void Choose(string role, IServiceCollection services, ReadOnlySpan<ServiceDescriptor> descriptors)
    {
        foreach (var earlier in _chosen.GetValueOrDefault(role) ?? [])
        {
            services.Remove(earlier);
        }

        var added = _chosen[role] = [];
        foreach (var descriptor in descriptors)
        {
            var count = services.Count;
            services.TryAdd(descriptor);
            if (services.Count > count)
            {
                added.Add(descriptor);
            }
        }
    }
}

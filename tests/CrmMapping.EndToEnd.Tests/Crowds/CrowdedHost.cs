using CrmMapping.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>A host with many connections of a CRM within the process, under a time that the test turns.</summary>
internal sealed class CrowdedHost : IAsyncDisposable
{
    private readonly string _file = SyncHost.NewFile();
    private readonly ServiceProvider _services;
    private readonly IHostedService _service;

    private CrowdedHost(QuietCrm crm, int atOnce)
    {
        Crm = crm;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time).AddSingleton<ICrmAdapter>(Crm);
        services.AddCrmMapping(builder => builder
            .UseSqlite($"Data Source={_file}")
            .UseSqliteContacts<Person>($"Data Source={_file}", keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .ConcurrentConnections(atOnce)
            .AddCrm(new QuietBuilder(builder), quiet => quiet.UseContactMap<PersonMap>()));
        _services = services.BuildServiceProvider();
        _service = _services.GetServices<IHostedService>().First();
    }

    public FakeTime Time { get; } = new() { RunsByItself = false };

    public QuietCrm Crm { get; }

    public ICrmConnections Connections => _services.GetRequiredService<ICrmConnections>();

    public static async Task<CrowdedHost> StartAsync(QuietCrm crm, int connections, int atOnce)
    {
        var host = new CrowdedHost(crm, atOnce);
        var store = host._services.GetRequiredService<IConnectionStore>();
        for (var number = 0; number < connections; number++)
        {
            await store.SaveAsync(
                new Connection { Name = $"{number:0000}", Kind = QuietCrm.Name, Tenant = $"{number}" }, "a script", host.Time.GetCurrentInstant(), default);
        }

        // From the first look at the connections on the intervals run, and the first of them is asked at once.
        await host._service.StartAsync(default);
        await crm.WaitForAsync(1);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Crm.Answer();
        await _service.StopAsync(default);
        await _services.DisposeAsync();
        SyncHost.Delete(_file);
    }

    private sealed class QuietBuilder(CrmMappingBuilder crm) : CrmBuilder<QuietBuilder>(crm, QuietCrm.Name);
}

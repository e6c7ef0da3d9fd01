using System.Text;
using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.HubSpot.Tests;

/// <summary>An emulated account and a session of the adapter on it, both on one time that passes as fast as somebody waits.</summary>
internal sealed class HubSpotAccount : IAsyncDisposable
{
    public static readonly CrmFieldSet Fields = new(RecordType.Contact,
    [
        new FieldDescriptor { Key = "email", Type = FieldType.Email, IsUnique = true },
        new FieldDescriptor { Key = "firstname", Type = FieldType.Text },
        new FieldDescriptor { Key = "phone", Type = FieldType.Phone },
        new FieldDescriptor { Key = "hs_lead_status", Type = FieldType.Picklist },
        new FieldDescriptor { Key = "lifecyclestage", Type = FieldType.Picklist },
    ]);

    private readonly ServiceProvider _services;
    private HubSpotAccount(
        HubSpotEmulator emulator, FakeTime time, HubSpotOptions options, ICredentialSource? credentials, ILogger<HubSpotAdapter>? log,
        Action<IHttpClientBuilder>? http)
    {
        Emulator = emulator;
        Time = time;
        Credentials = credentials ?? new KeptCredentials(new CrmCredentials { AccessToken = emulator.AccessToken });
        options.BaseAddress = emulator.BaseAddress;
        var services = new ServiceCollection();
        http?.Invoke(services.AddHttpClient("HubSpot"));
        _services = services.AddHttpClient().BuildServiceProvider();
        Adapter = new HubSpotAdapter(
            Options.Create(options), _services.GetRequiredService<IHttpClientFactory>(), time, time,
            log ?? NullLogger<HubSpotAdapter>.Instance, Credentials);
        Session = Open();
    }

    public HubSpotEmulator Emulator { get; }

    public FakeTime Time { get; }

    public ICredentialSource Credentials { get; }

    public ICrmSession Session { get; }

    public HubSpotAdapter Adapter { get; }

    public IIdentifiesAccounts Accounts => Adapter;

    public CrmTraits Traits => Adapter.Traits;

    public static async Task<HubSpotAccount> OpenAsync(
        Func<HubSpotEmulatorOptions, HubSpotEmulatorOptions>? account = null, Action<HubSpotOptions>? configure = null,
        Func<HubSpotEmulator, ICredentialSource>? credentials = null, ILogger<HubSpotAdapter>? log = null,
        Duration apart = default, Action<IHttpClientBuilder>? http = null)
    {
        var time = new FakeTime();
        var settings = new HubSpotEmulatorOptions { TimeProvider = time, Clock = new ClockApart(time, apart) };
        var emulator = await HubSpotEmulator.StartAsync(account?.Invoke(settings) ?? settings);
        // Waits let the time pass while requests are on their way: these would run into a shorter time-out, though they take no time.
        var options = new HubSpotOptions { RequestTimeout = TimeSpan.FromMinutes(10) };
        configure?.Invoke(options);
        return new HubSpotAccount(emulator, time, options, credentials?.Invoke(emulator), log, http);
    }

    public ICrmSession Open(string connection = "Acme", int version = 0) =>
        Adapter.Open(new Connection { Name = connection, Kind = "HubSpot", Version = version });

    public string Create(string email, string? firstName = null, string? phone = null) => Emulator.Contacts.Create(
        Values(("email", email), ("firstname", firstName), ("phone", phone))).Id;

    public static Dictionary<string, string?> Values(params (string Name, string? Value)[] values) =>
        values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    public static CrmWrite Create(string? localId, params (string Name, string Value)[] values) =>
        new() { Kind = CrmWriteKind.Create, LocalId = localId, Values = Buffer(Fields, values) };

    public static CrmWrite Update(string id, params (string Name, string Value)[] values) =>
        new() { Kind = CrmWriteKind.Update, Id = id, Values = Buffer(Fields, values) };

    public static RecordBuffer Buffer(CrmFieldSet fields, params (string Name, string Value)[] values)
    {
        var buffer = new RecordBuffer(fields.Count);
        foreach (var (name, value) in values)
        {
            var ordinal = fields.Fields.Select(field => field.Key).ToList().IndexOf(name);
            buffer.Set(ordinal, Encoding.UTF8.GetBytes(value));
        }

        return buffer;
    }

    /// <summary>A clock that is not the adapter's.</summary>
    private sealed class ClockApart(IClock clock, Duration apart) : IClock
    {
        public Instant GetCurrentInstant() => clock.GetCurrentInstant() + apart;
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Adapter.Dispose();
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}

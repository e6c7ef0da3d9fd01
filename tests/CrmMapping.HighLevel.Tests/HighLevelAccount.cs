using System.Text;
using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.HighLevel.Tests;

/// <summary>An emulated location and a session of the adapter on it, both on one time that passes as fast as somebody waits.</summary>
internal sealed class HighLevelAccount : IAsyncDisposable
{
    public static readonly CrmFieldSet Fields = new(RecordType.Contact,
    [
        new FieldDescriptor { Key = "email", Type = FieldType.Email },
        new FieldDescriptor { Key = "firstName", Type = FieldType.Text },
        new FieldDescriptor { Key = "phone", Type = FieldType.Phone },
        new FieldDescriptor { Key = "tags", Type = FieldType.MultiPicklist },
        new FieldDescriptor { Key = "dndSettings.Call.status", Type = FieldType.Boolean },
        new FieldDescriptor { Key = "companyName", Type = FieldType.Text },
        new FieldDescriptor { Key = "country", Type = FieldType.Text },
        new FieldDescriptor { Key = "dateOfBirth", Type = FieldType.Date },
    ]);

    private readonly ServiceProvider _services;

    private HighLevelAccount(
        HighLevelEmulator emulator, FakeTime time, HighLevelOptions options, ICredentialSource? credentials, ILogger<HighLevelAdapter>? log)
    {
        Emulator = emulator;
        Time = time;
        Options = options;
        Credentials = credentials ?? new KeptCredentials(new CrmCredentials { AccessToken = emulator.PrivateToken });
        options.BaseAddress = emulator.BaseAddress;
        _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        Adapter = NewAdapter(log);
        Session = Open();
    }

    public HighLevelEmulator Emulator { get; }

    public FakeTime Time { get; }

    public HighLevelOptions Options { get; }

    public ICredentialSource Credentials { get; }

    public HighLevelAdapter Adapter { get; }

    public ICrmSession Session { get; }

    public Connection Connection => new() { Name = "Acme", Kind = "HighLevel", AccountId = Emulator.LocationId };

    public static async Task<HighLevelAccount> OpenAsync(
        Func<HighLevelEmulatorOptions, HighLevelEmulatorOptions>? account = null, Action<HighLevelOptions>? configure = null,
        Func<HighLevelEmulator, ICredentialSource>? credentials = null, ILogger<HighLevelAdapter>? log = null, Duration apart = default)
    {
        var time = new FakeTime();
        var settings = new HighLevelEmulatorOptions { TimeProvider = time, ClockSkew = apart };
        var emulator = await HighLevelEmulator.StartAsync(account?.Invoke(settings) ?? settings);
        // Waits let the time pass while requests are on their way: these would run into a shorter time-out, though they take no time.
        var options = new HighLevelOptions { RequestTimeout = TimeSpan.FromMinutes(10), WebhookKey = emulator.Webhooks.PublicKey };
        configure?.Invoke(options);
        return new HighLevelAccount(emulator, time, options, credentials?.Invoke(emulator), log);
    }

    /// <summary>Makes an adapter as another process would have it, on the same account and the same kept credentials.</summary>
    public HighLevelAdapter NewAdapter(ILogger<HighLevelAdapter>? log = null, TimeProvider? time = null) => new(
        Microsoft.Extensions.Options.Options.Create(Options), _services.GetRequiredService<IHttpClientFactory>(), Time, time ?? Time,
        log ?? NullLogger<HighLevelAdapter>.Instance, Credentials);

    public ICrmSession Open() => Adapter.Open(Connection);

    public string Create(params (string Name, string? Value)[] values) => Emulator.Contacts.Create(
        values.Select(static value => KeyValuePair.Create(value.Name, value.Value))).Id;

    public async Task<CrmWriteResult> UpdateAsync(string id, params (string Name, string Value)[] values) => (await Session.WriteAsync(
        Fields, [new CrmWrite { Kind = CrmWriteKind.Update, Id = id, Values = Buffer(values) }], default)).Single();

    public async Task<CrmWriteResult> CreateAsync(params (string Name, string Value)[] values) => (await Session.WriteAsync(
        Fields, [new CrmWrite { Kind = CrmWriteKind.Create, Values = Buffer(values) }], default)).Single();

    public static RecordBuffer Buffer(params (string Name, string Value)[] values)
    {
        var buffer = new RecordBuffer(Fields.Count);
        foreach (var (name, value) in values)
        {
            buffer.Set(Ordinal(name), Encoding.UTF8.GetBytes(value));
        }

        return buffer;
    }

    public static int Ordinal(string name) => Fields.Fields.Select(static field => field.Key).ToList().IndexOf(name);

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Adapter.Dispose();
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}

using System.Globalization;
using System.Text;
using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.Pipedrive.Tests;

/// <summary>An emulated company and a session of the adapter on it, both on one time that passes as fast as somebody waits.</summary>
internal sealed class PipedriveAccount : IAsyncDisposable
{
    public static readonly CrmFieldSet Fields = Set("name", "email", "email.home", "phone", "phone.mobile", "owner_id", "label_ids");

    private readonly ServiceProvider _services;

    private PipedriveAccount(
        PipedriveEmulator emulator, FakeTime time, PipedriveOptions options, ICredentialSource? credentials, ILogger<PipedriveAdapter>? log)
    {
        Emulator = emulator;
        Time = time;
        Credentials = credentials ?? new KeptCredentials(new CrmCredentials { AccessToken = emulator.ApiToken });
        options.BaseAddress = emulator.BaseAddress;
        options.OAuthAddress = emulator.BaseAddress;
        _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        Adapter = new PipedriveAdapter(
            Options.Create(options), _services.GetRequiredService<IHttpClientFactory>(), time, time,
            log ?? NullLogger<PipedriveAdapter>.Instance, Credentials);
        Session = Open();
    }

    public PipedriveEmulator Emulator { get; }

    public FakeTime Time { get; }

    public PipedriveAdapter Adapter { get; }

    public ICredentialSource Credentials { get; }

    public ICrmSession Session { get; }

    public static async Task<PipedriveAccount> OpenAsync(
        Func<PipedriveEmulatorOptions, PipedriveEmulatorOptions>? account = null, Action<PipedriveOptions>? configure = null,
        Func<PipedriveEmulator, ICredentialSource>? credentials = null, ILogger<PipedriveAdapter>? log = null, Duration apart = default)
    {
        var time = new FakeTime();
        var settings = new PipedriveEmulatorOptions { TimeProvider = time, ClockSkew = apart };
        var emulator = await PipedriveEmulator.StartAsync(account?.Invoke(settings) ?? settings);

        // Waits let the time pass while requests are on their way: these would run into a shorter time-out, though they take no time.
        var options = new PipedriveOptions { RequestTimeout = TimeSpan.FromMinutes(10) };
        configure?.Invoke(options);
        return new PipedriveAccount(emulator, time, options, credentials?.Invoke(emulator), log);
    }

    public ICrmSession Open(string connection = "Acme", int version = 0) =>
        Adapter.Open(new Connection { Name = connection, Kind = "Pipedrive", Version = version });

    /// <summary>Makes a person, as somebody would at the screen.</summary>
    /// <returns>The id.</returns>
    public string Create(params (string Name, string? Value)[] values) => Emulator.Persons
        .Create(values.Select(static value => KeyValuePair.Create(value.Name, value.Value))).Id.ToString(CultureInfo.InvariantCulture);

    public PipedrivePerson Person(string id) => Emulator.Persons.Find(long.Parse(id, CultureInfo.InvariantCulture))!;

    /// <summary>Makes a field set of keys, each of the type that Pipedrive's own field has.</summary>
    public static CrmFieldSet Set(params string[] keys) => new(RecordType.Contact, keys.Select(static key =>
        PipedriveFields.Known.FirstOrDefault(field => field.Key == key) ?? new FieldDescriptor { Key = key, Type = FieldType.Text }));

    public static CrmWrite Create(CrmFieldSet fields, string? localId, params (string Name, string Value)[] values) =>
        new() { Kind = CrmWriteKind.Create, LocalId = localId, Values = Buffer(fields, values) };

    public static CrmWrite Update(CrmFieldSet fields, string id, params (string Name, string Value)[] values) =>
        new() { Kind = CrmWriteKind.Update, Id = id, Values = Buffer(fields, values) };

    public static RecordBuffer Buffer(CrmFieldSet fields, params (string Name, string Value)[] values)
    {
        var buffer = new RecordBuffer(fields.Count);
        foreach (var (name, value) in values)
        {
            buffer.Set(fields.Fields.Select(static field => field.Key).ToList().IndexOf(name), Encoding.UTF8.GetBytes(value));
        }

        return buffer;
    }

    /// <summary>Gives a record's values as one text: <c>?</c> is unknown, nothing is blank.</summary>
    public static string Text(RecordBuffer values) => string.Join('|', Enumerable.Range(0, values.Count)
        .Select(ordinal => values.IsUnknown(ordinal) ? "?" : values.Value(ordinal).Text ?? ""));

    public async Task<CrmWriteResult> WriteAsync(CrmFieldSet fields, CrmWrite write) =>
        (await Session.WriteAsync(fields, [write], default)).Single();

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Adapter.Dispose();
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}

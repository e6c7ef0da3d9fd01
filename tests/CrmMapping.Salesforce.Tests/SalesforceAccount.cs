using System.Text;
using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.Salesforce.Tests;

/// <summary>An emulated org and a session of the adapter on it, both on one time that passes as fast as somebody waits.</summary>
internal sealed class SalesforceAccount : IAsyncDisposable
{
    public static readonly CrmFieldSet Fields = Set(RecordType.Contact);

    public static readonly CrmFieldSet LeadFields = Set(RecordType.Lead);

    private readonly ServiceProvider _services;

    private SalesforceAccount(
        SalesforceEmulator emulator, FakeTime time, SalesforceOptions options, ICredentialSource? credentials, ILogger<SalesforceAdapter>? log)
    {
        Emulator = emulator;
        Time = time;
        Credentials = credentials ?? new KeptCredentials(Opening(emulator));
        options.LoginAddress = emulator.BaseAddress;
        _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        Adapter = new SalesforceAdapter(
            Options.Create(options), _services.GetRequiredService<IHttpClientFactory>(), time, time,
            log ?? NullLogger<SalesforceAdapter>.Instance, Credentials);
        Session = Open();
    }

    public SalesforceEmulator Emulator { get; }

    public FakeTime Time { get; }

    public ICredentialSource Credentials { get; }

    public ICrmSession Session { get; }

    public SalesforceAdapter Adapter { get; }

    public static async Task<SalesforceAccount> OpenAsync(
        Func<SalesforceEmulatorOptions, SalesforceEmulatorOptions>? account = null, Action<SalesforceOptions>? configure = null,
        Func<SalesforceEmulator, ICredentialSource>? credentials = null, ILogger<SalesforceAdapter>? log = null, Duration apart = default)
    {
        var time = new FakeTime();
        var settings = new SalesforceEmulatorOptions { TimeProvider = time, Clock = new ClockApart(time, apart) };
        var emulator = await SalesforceEmulator.StartAsync(account?.Invoke(settings) ?? settings);

        // Waits let the time pass while requests are on their way: these would run into a shorter time-out, though they take no time.
        var options = new SalesforceOptions { RequestTimeout = TimeSpan.FromMinutes(10) };
        configure?.Invoke(options);
        return new SalesforceAccount(emulator, time, options, credentials?.Invoke(emulator), log);
    }

    public static CrmCredentials Opening(SalesforceEmulator emulator) =>
        new() { AccessToken = emulator.AccessToken, ServerAddress = emulator.BaseAddress };

    public ICrmSession Open(string connection = "Salesforce", int version = 0) =>
        Adapter.Open(new Connection { Name = connection, Kind = "Salesforce", Version = version });

    public string Create(string lastName, string? email = null, string? phone = null) =>
        Emulator.Contacts.Create(Values(("LastName", lastName), ("Email", email), ("Phone", phone))).Id;

    public string CreateLead(string lastName, string? email = null, string? phone = null) =>
        Emulator.Leads.Create(Values(("LastName", lastName), ("Company", "Acme"), ("Email", email), ("Phone", phone))).Id;

    public async Task<IReadOnlyList<CrmWriteResult>> WriteAsync(params CrmWrite[] writes) => await Session.WriteAsync(Fields, writes, default);

    public static Dictionary<string, string?> Values(params (string Name, string? Value)[] values) =>
        values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    public static CrmWrite Create(string? localId, params (string Name, string Value)[] values) =>
        new() { Kind = CrmWriteKind.Create, LocalId = localId, Values = Buffer(Fields, values) };

    public static CrmWrite Update(string id, params (string Name, string Value)[] values) =>
        new() { Kind = CrmWriteKind.Update, Id = id, Values = Buffer(Fields, values) };

    public static CrmWrite Archive(string id) => new() { Kind = CrmWriteKind.Archive, Id = id, Values = new RecordBuffer(Fields.Count) };

    public static RecordBuffer Buffer(CrmFieldSet fields, params (string Name, string Value)[] values)
    {
        var buffer = new RecordBuffer(fields.Count);
        foreach (var (name, value) in values)
        {
            buffer.Set(fields.Fields.Select(field => field.Key).ToList().IndexOf(name), Encoding.UTF8.GetBytes(value));
        }

        return buffer;
    }

    /// <summary>Shows records a line each, with the values that are there.</summary>
    public static IReadOnlyList<string> Shown(CrmPage page, CrmFieldSet fields) => [.. page.Select(record =>
        $"{record.Id}{(record.IsArchived ? " (archived)" : "")}{(record.RequestedId == record.Id ? "" : $" for {record.RequestedId}")}"
        + $"{(record.ConvertedInto is { } contact ? $" → {contact}" : "")}: "
        + string.Join(", ", Enumerable.Range(0, fields.Count).Where(ordinal => !record.Values.IsUnknown(ordinal) && !record.Values.IsBlank(ordinal))
            .Select(ordinal => record.Values.Value(ordinal).Text)))];

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Adapter.Dispose();
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    private static CrmFieldSet Set(RecordType type) => new(type,
    [
        new FieldDescriptor { Key = "LastName", Type = FieldType.Text },
        new FieldDescriptor { Key = "FirstName", Type = FieldType.Text },
        new FieldDescriptor { Key = "Email", Type = FieldType.Email },
        new FieldDescriptor { Key = "Phone", Type = FieldType.Phone },
        new FieldDescriptor { Key = type == RecordType.Lead ? "Company" : "MailingCountry", Type = FieldType.Text },
        new FieldDescriptor { Key = "DoNotCall", Type = FieldType.Boolean },
    ]);

    /// <summary>A clock that is not the adapter's.</summary>
    private sealed class ClockApart(IClock clock, Duration apart) : IClock
    {
        public Instant GetCurrentInstant() => clock.GetCurrentInstant() + apart;
    }
}

using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.Aircall.Tests;

/// <summary>An emulated company and a session of the adapter on it, both on one time that passes as fast as somebody waits.</summary>
internal sealed class AircallCompany : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private AircallCompany(AircallEmulator emulator, FakeTime time, AircallOptions options, ILogger<AircallAdapter>? log)
    {
        (Emulator, Time) = (emulator, time);
        options.BaseAddress = emulator.BaseAddress;
        _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        Adapter = new AircallAdapter(
            Options.Create(options), _services.GetRequiredService<IHttpClientFactory>(), time, time, log ?? NullLogger<AircallAdapter>.Instance);
        Session = Open(Key);
    }

    public static TelephonyAccount Account { get; } = new("Acme", "Aircall");

    public AircallEmulator Emulator { get; }

    public FakeTime Time { get; }

    public AircallAdapter Adapter { get; }

    public ITelephonySession Session { get; }

    public TelephonyCredentials Key => new() { KeyId = Emulator.ApiId, Secret = Emulator.ApiToken };

    public static async Task<AircallCompany> OpenAsync(
        Func<AircallEmulatorOptions, AircallEmulatorOptions>? company = null, Action<AircallOptions>? configure = null,
        ILogger<AircallAdapter>? log = null)
    {
        var time = new FakeTime();
        var settings = new AircallEmulatorOptions { TimeProvider = time };
        var emulator = await AircallEmulator.StartAsync(company?.Invoke(settings) ?? settings);

        // Waits let the time pass while requests are on their way: these would run into a shorter time-out, though they take no time.
        var options = new AircallOptions { RequestTimeout = TimeSpan.FromMinutes(10) };
        configure?.Invoke(options);
        return new AircallCompany(emulator, time, options, log);
    }

    public ITelephonySession Open(TelephonyCredentials credentials) => Adapter.Open(Account, credentials);

    /// <summary>Reads all calls that began at or after an instant, page by page.</summary>
    public async Task<IReadOnlyList<PhoneCall>> ReadCallsAsync(Instant since)
    {
        List<PhoneCall> calls = [];
        string? cursor = null;
        do
        {
            var page = await Session.ReadCallsAsync(since, cursor, default);
            calls.AddRange(page.Calls);
            cursor = page.Next;
        }
        while (cursor is not null);
        return calls;
    }

    public async ValueTask DisposeAsync()
    {
        Adapter.Dispose();
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace CrmMapping.Benchmarks;

/// <summary>
/// A million events of calls and messages, over SQLite and into an emulated HubSpot account, in order or shuffled with a tenth of them told twice.
/// Aim: both end in the same activities and the same totals of contacts, whose digest each prints. The account runs in the same process.
/// </summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 1, warmupCount: 0, iterationCount: 1)]
public class TellingCalls
{
    private const int Contacts = 1_000;
    private const int AtOnce = 1_000;
    private const string Account = "Phones";

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 8, 0);
    private static readonly string[] Outcomes = ["No answer", "Left voicemail"];

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"crm-mapping-{Guid.NewGuid():N}.db");
    private HubSpotEmulator _crm = null!;
    private ServiceProvider _services = null!;

    /// <summary>How many events there are, those that are told twice included.</summary>
    [Params(1_000_000)]
    public int Events { get; set; }

    [Params(false, true)]
    public bool Shuffled { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        _crm = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions { LimitsEnabled = false, SearchLag = Duration.Zero });
        _crm.Contacts.CreateMany(Enumerable.Range(0, Contacts).Select(static n => new Dictionary<string, string?> { ["firstname"] = $"F{n}", ["phone"] = Number(n) }));
        _services = new ServiceCollection().AddCrmMapping(crm => crm
            .UseSqlite($"Data Source={_file}")
            .UseSqliteContacts<CycledContact>($"Data Source={_file}", keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .AddCallOutcomes(outcomes => outcomes.Default(CallSituation.InboundMissed, Outcomes[0]).Default(CallSituation.InboundVoicemail, Outcomes[1]))
            .TrackActivity<CycledContact>(static (contact, activity) => contact.City = $"{activity.InboundCalls.Count}")
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(_crm.AccessToken)
                .UseContactMap<CycledContactMap>()
                .Calls(new CallSettings { LogCalls = true, LogMessages = true })
                .Configure(options =>
                {
                    options.BaseAddress = _crm.BaseAddress;
                    options.SearchLag = TimeSpan.Zero;
                    options.RequestsPerTenSeconds = 1_000_000;
                    options.SearchesPerSecond = 100_000;
                }))).Replace(ServiceDescriptor.Singleton<ITelephonyAccounts>(new OwnPhones())).BuildServiceProvider();
        var pull = await (await _services.GetRequiredService<ICrmConnections>().GetAsync("HubSpot")).PullAsync();
        await pull.WaitAsync();
    }

    [GlobalCleanup]
    public async Task CleanUp()
    {
        Console.WriteLine($"// {(Shuffled ? "Shuffled" : "In order")}: {await DigestAsync()}, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB alive, the account's included");
        await _services.DisposeAsync();
        await _crm.DisposeAsync();
        Array.ForEach(["", "-wal", "-shm"], part => File.Delete(_file + part));
    }

    [Benchmark]
    public async Task Tell()
    {
        var calls = _services.GetRequiredService<ICrmCalls>();
        foreach (var told in Told().Chunk(AtOnce))
        {
            await calls.AcceptAsync(Account, [.. told.OfType<PhoneCall>()], [.. told.OfType<TextMessage>()]);
        }

        var (store, clock) = (_services.GetRequiredService<IActivityStore>(), _services.GetRequiredService<IClock>());
        while ((await store.ReadPendingActivitiesAsync("HubSpot", Instant.MaxValue, 1, default)).Count > 0
            || (await store.ReadUnsavedActivitiesAsync(Connection.DefaultTenant, 1, default)).Count > 0)
        {
            await Task.Delay(100);
        }
    }

    private object[] Told()
    {
        var random = new Random(7);
        var once = Enumerable.Range(0, int.MaxValue).SelectMany(Of).Take(Events - (Events / 10)).ToArray();
        if (!Shuffled)
        {
            return once;
        }

        object[] all = [.. once, .. Enumerable.Range(0, Events / 10).Select(_ => once[random.Next(once.Length)])];
        random.Shuffle(all);
        return all;
    }

    // A call rings, ends, and may be told to have a message; a tenth are texts.
    private static IEnumerable<object> Of(int id)
    {
        var at = Start + Duration.FromSeconds(id);
        if (id % 10 == 0)
        {
            return [new TextMessage { Id = $"{id}", Direction = CallDirection.Inbound, SentAt = at, ContactNumber = Number(id % Contacts), Text = $"text {id}" }];
        }

        var ringing = new PhoneCall { Id = $"{id}", Direction = CallDirection.Inbound, StartedAt = at, ContactNumber = Number(id % Contacts), ToldAt = at };
        var ended = ringing with { EndedAt = at + Duration.FromMinutes(1), ToldAt = at + Duration.FromMinutes(1) };
        return id % 3 == 0 ? [ringing, ended, ended with { HasVoicemail = true, ToldAt = at + Duration.FromMinutes(2) }] : [ringing, ended];
    }

    private static string Number(int contact) => string.Create(CultureInfo.InvariantCulture, $"+1415555{contact:0000}");

    // What the account holds of each call and message, by its key, and what each contact's add up to.
    private async Task<string> DigestAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var activities = _crm.Calls.All.Concat(_crm.Communications.All).ToList();
        foreach (var line in activities.Select(static one => string.Join('|', one.Properties.Where(static p => IsTold(p.Key)).OrderBy(static p => p.Key, StringComparer.Ordinal))
            + string.Join(',', one.ContactIds)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        var store = _services.GetRequiredService<IActivityStore>();
        var totals = 0;
        await foreach (var contact in _services.GetRequiredService<Sqlite.SqliteContacts<CycledContact>>().ListAsync())
        {
            var activity = await store.ReadContactActivityAsync(Connection.DefaultTenant, contact.Id, default);
            totals += activity.InboundCalls.Count + activity.InboundMessages.Count;
            hash.AppendData(Encoding.UTF8.GetBytes($"{contact.Contact.Phone} {activity}"));
        }

        return $"{activities.Count} activities, {totals} counted, digest {Convert.ToHexString(hash.GetCurrentHash())[..16]}";
    }

    // Not when it was written here or there.
    private static bool IsTold(string property) => property is "crm_mapping_key" or "hs_timestamp" or "hs_call_disposition" or "hs_call_direction"
        or "hs_call_duration" or "hs_call_from_number" or "hs_communication_body";

    // A telephony whose calls the host tells itself.
    private sealed class OwnPhones : ITelephonyAccounts
    {
        public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<TelephonyAccount>>([new TelephonyAccount(Account, "Own")]);

        public ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken) =>
            ValueTask.FromResult<TelephonyCredentials?>(null);
    }
}

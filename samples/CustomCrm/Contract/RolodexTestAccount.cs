using System.Collections.Concurrent;
using CrmMapping.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CustomCrm;

/// <summary>
/// The account that the contract works on: people's side of Rolodex, trouble on request, and what Rolodex has of what not every CRM has.
/// Both sides run on one time that passes as fast as somebody waits, so no test sleeps.
/// </summary>
internal sealed class RolodexTestAccount : CrmTestAccount
{
    private const string Token = "rolodex-token-0001";
    private const string OtherToken = "rolodex-token-0002";

    private readonly FakeTime _time;
    private readonly RolodexServer _crm;
    private readonly ServiceProvider _services;
    private readonly RolodexAdapter _adapter;
    private readonly Log _log = new();

    private RolodexTestAccount(CrmTestOptions options, FakeTime time, RolodexServer crm)
    {
        (_time, _crm) = (time, crm);
        _services = new ServiceCollection().AddCrmHttpClient(RolodexAdapter.KindName).BuildServiceProvider();
        _adapter = new RolodexAdapter(
            crm.Address, _services.GetRequiredService<IHttpClientFactory>(), new Kept(options.Credentials == CrmTestCredentials.Good ? Token : OtherToken),
            time, _log);
    }

    public override ICrmAdapter Adapter => _adapter;

    public override Connection Connection { get; } = new() { Name = "Acme", Kind = RolodexAdapter.KindName };

    public override CrmCredentials GoodCredentials => new() { AccessToken = Token };

    // Of what not every CRM has, Rolodex has little: the contract then proves that the adapter pretends none of it.
    public override CrmAbilities Abilities =>
        CrmAbilities.TellsDeletions | CrmAbilities.KnownLimits | CrmAbilities.DeactivatedOwners | CrmAbilities.FieldPermissions;

    public override CrmTestFields Fields { get; } = new()
    {
        Name = new FieldDescriptor { Key = "name", Type = FieldType.Text },
        Email = new FieldDescriptor { Key = "email", Type = FieldType.Email },
        Phone = new FieldDescriptor { Key = "phone", Type = FieldType.Phone },
        Text = new FieldDescriptor { Key = "note", Type = FieldType.Text, IsCustom = true },
        Strict = new FieldDescriptor { Key = "tier", Type = FieldType.Picklist, IsCustom = true },
        RefusedValue = "bronze",
    };

    public override CrmTestSizes Sizes { get; } = new(Page: 100, Batch: 100, Burst: 130);

    public override string UnknownId => "999999";

    public override IReadOnlyList<string> Secrets => [Token, OtherToken];

    public override IReadOnlyList<string> Logged => [.. _log.Lines];

    public override Instant Now => _time.GetCurrentInstant();

    public override int Count => _crm.People.Count;

    public override long Requests => _crm.Requests;

    public override int RateLimitsMet => _crm.RateLimitsMet;

    public override int TroubleMet => _crm.Faults.Met;

    public static async Task<RolodexTestAccount> OpenAsync(CrmTestOptions options, CancellationToken cancellationToken)
    {
        var time = new FakeTime();
        var clock = new ClockApart(time, options.ClockApart);
        return new RolodexTestAccount(options, time, await RolodexServer.StartAsync(clock, new RolodexOptions(Token, options.MayWrite), cancellationToken));
    }

    public override void Pass(Duration time) => _time.Advance(time.ToTimeSpan());

    public override string Create(IReadOnlyDictionary<string, string> values) =>
        _crm.People.Create(values.ToDictionary(static value => value.Key, static value => (string?)value.Value)).Id;

    public override void Edit(string id, string field, string? value) => _crm.People.Update(id, new Dictionary<string, string?> { [field] = value });

    public override void Archive(string id) => _crm.People.Delete(id);

    public override IReadOnlyDictionary<string, string>? Find(string id) => _crm.People.Read([id]) is [{ Deleted: false } person]
        ? person.Values.Where(static value => value.Value is not null).ToDictionary(static value => value.Key, static value => value.Value!)
        : null;

    public override string AddOwner(string email, string name) => _crm.People.AddUser(email, name);

    public override void DeactivateOwner(string id) => _crm.People.DeactivateUser(id);

    public override void Forbid(string field) => _crm.People.MakeReadOnly(field);

    public override void RemoveField(string field) => _crm.People.RemoveField(field);

    public override void Meet(CrmTrouble trouble, CrmCall call, int times = 1) => _crm.Faults.Add(PathOf(call), FaultOf(trouble), times);

    public override void Recover() => _crm.Faults.Clear();

    public override async ValueTask DisposeAsync()
    {
        _adapter.Dispose();
        await _services.DisposeAsync();
        await _crm.DisposeAsync();
    }

    private static RolodexFault FaultOf(CrmTrouble trouble) => trouble switch
    {
        CrmTrouble.LostAnswer => new RolodexFault(),
        CrmTrouble.CutBody => new RolodexFault(Body: """{"people":[""", IsCut: true),
        CrmTrouble.WebPage => new RolodexFault(Body: "<html>Sign in</html>", ContentType: "text/html"),
        CrmTrouble.EmptyBody => new RolodexFault(Body: ""),
        CrmTrouble.MalformedJson => new RolodexFault(Body: """{"people":[{"id":"1","na"me":{}}]}"""),
        CrmTrouble.ServerError => new RolodexFault(500, "", IsCarriedOut: false),
        _ => new RolodexFault(429, "", IsCarriedOut: false),
    };

    private static string PathOf(CrmCall call) => call switch
    {
        CrmCall.Describe => "/fields",
        CrmCall.ReadPage => "/people",
        CrmCall.ReadChanges => "/changes",
        CrmCall.Read => "/people/read",
        CrmCall.Find => "/people/search",
        CrmCall.ReadCreated => "/people/new",
        CrmCall.ReadOwners => "/users",
        CrmCall.Create => "/people/create",
        CrmCall.Update => "/people/update",
        _ => "/people/delete",
    };

    /// <summary>Credentials that are there from the start and never change.</summary>
    private sealed class Kept(string token) : ICredentialSource
    {
        public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) =>
            new(new CrmCredentials { AccessToken = token });

        public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) => default;

        public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) => default;
    }

    /// <summary>A clock of Rolodex's own, that may be minutes off.</summary>
    private sealed class ClockApart(TimeProvider time, Duration apart) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + apart.ToTimeSpan();
    }

    private sealed class Log : ILogger<RolodexAdapter>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}

using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>An application with one contact that is kept in sync with one CRM.</summary>
internal sealed class PlayedSync : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("every-crm-");
    private readonly PlayedCrm _crm;
    private readonly ServiceProvider _services;
    private readonly SqliteContacts<Person> _contacts;

    public PlayedSync(PlayedCrm crm)
    {
        _crm = crm;
        var database = $"Data Source={Path.Combine(_folder.FullName, "sync.db")}";
        _services = new ServiceCollection()
            .AddCrmMapping(builder => crm.AddTo(builder
                .UseSqlite(database)
                .UseSqliteContacts<Person>(database, keys => keys.Phone(p => p.Phone).Email(p => p.Email))))
            .BuildServiceProvider();
        _contacts = _services.GetRequiredService<SqliteContacts<Person>>();
    }

    /// <summary>Plays a history.</summary>
    /// <returns>Both sides at the end, in canonical form.</returns>
    public async Task<string> PlayAsync(PlayedHistory history)
    {
        var sync = await OpenAsync();
        await BeginAsync(sync, history);
        var link = (await _services.GetRequiredService<ISyncStore>().ReadLinkPageAsync(_crm.Name, null, 10, default)).Should().ContainSingle().Subject;
        foreach (var step in history.Steps)
        {
            switch (step.Act)
            {
                case PlayedAct.EditHere:
                    await _contacts.UpdateAsync(link.LocalId, person => Person.Write(person, step.Property, step.Value));
                    break;
                case PlayedAct.EditInCrm:
                    _crm.Edit(link.CrmId, _crm.Fields[step.Property], step.Value);
                    break;
                default:
                    await FinishAsync(await sync.SyncChangesAsync());
                    break;
            }
        }

        var again = await FinishAsync(await sync.SyncChangesAsync());
        (again.UpdatedCrm, again.UpdatedLocal).Should().Be((0L, 0L), $"{_crm.Name} is at rest after {history}");
        var here = (await _contacts.FindAsync(link.LocalId))!.Contact;
        var there = _crm.Read(link.CrmId);
        return string.Join('\n', _crm.Fields.Select(field => $"{field.Key}: {Canonical(field.Key, Person.Read(here, field.Key))} | {Canonical(field.Key, there.GetValueOrDefault(field.Value))}"));
    }

    public async Task<IReadOnlyList<ContactLink>> LinksAsync() =>
        await _services.GetRequiredService<ISyncStore>().ReadLinkPageAsync(_crm.Name, null, 10, default);

    public async Task<Person> ReadAsync(string localId) => (await _contacts.FindAsync(localId))!.Contact;

    public Task EditAsync(string localId, Action<Person> edit) => _contacts.UpdateAsync(localId, edit);

    public async Task<OperationCounts> SyncChangesAsync() => await FinishAsync(await (await OpenAsync()).SyncChangesAsync());

    public Task AddAsync(IEnumerable<Person> persons) => _contacts.AddRangeAsync(persons);

    public async Task<OperationCounts> PullAsync() => await FinishAsync(await (await OpenAsync()).PullAsync());

    public async Task<OperationCounts> PushAsync() => await FinishAsync(await (await OpenAsync()).PushAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task<ICrmSync> OpenAsync() => _services.GetRequiredService<ICrmConnections>().GetAsync(_crm.Name);

    private async Task BeginAsync(ICrmSync sync, PlayedHistory history)
    {
        if (history.BeginsInCrm)
        {
            _crm.Create(history.Beginning.Select(value => KeyValuePair.Create(_crm.Fields[value.Key], value.Value)));
            await FinishAsync(await sync.PullAsync());
            await FinishAsync(await sync.SyncChangesAsync());
            return;
        }

        var person = new Person();
        foreach (var (property, value) in history.Beginning)
        {
            Person.Write(person, property, value);
        }

        await _contacts.AddRangeAsync([person]);
        await FinishAsync(await sync.PushAsync());
        await FinishAsync(await sync.SyncChangesAsync());
    }

    private static async Task<OperationCounts> FinishAsync(OperationRun run)
    {
        var ended = await run.WaitAsync();
        ended.State.Should().Be(OperationState.Completed, ended.Message);
        return ended.Counts;
    }

    private string Canonical(string property, string? value) => (property, value?.Trim() ?? "") switch
    {
        ("Email", var address) => address.ToLowerInvariant(),
        ("Phone", var number) when _services.GetRequiredService<IPhoneNumberNormalizer>().TryNormalize(number, "US", out var read) => read.ToString(),
        (_, var text) => text,
    };
}

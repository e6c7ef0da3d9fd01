using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Holds what every store of connections promises. A store's own tests derive from it.</summary>
public abstract partial class ConnectionStoreContract : IDisposable
{
    private static readonly Connection Plain = new() { Name = "Globex", Kind = "HubSpot" };

    private static readonly Connection Full = new()
    {
        Name = "Acme",
        Kind = "HubSpot",
        Tenant = "acme",
        AccountId = "62515",
        State = ConnectionState.Paused,
        Settings = new ConnectionSettings
        {
            RecordTypes = [RecordType.Lead, RecordType.Contact],
            Priority = RecordType.Lead,
            ContactCreation = SyncFlow.FromCrm,
            ContactUpdate = SyncFlow.BothWays,
            ActivityTracking = SyncFlow.BothWays,
            OnCrmDelete = OnCrmDelete.Archive,
            OnLocalDelete = OnLocalDelete.Archive,
            DefaultPhoneRegion = "US",
            TimeZone = "America/New_York",
            MatchKeys = [MatchKeyKind.Email],
            UniqueKeys = [MatchKeyKind.Email],
            Evidence = EvidenceRule.FieldTimes,
            PollInterval = Duration.FromMilliseconds(1500),
            VolumeGuard = new VolumeGuard { MaxCreates = 5, MaxClearedShare = null, AlwaysAllowedDeletes = 0 },
            MaxAttempts = 1,
        },
    };

    private readonly List<IConnectionStore> _stores = [];

    /// <summary>Gets the store under test; it is empty when the test begins.</summary>
    protected IConnectionStore Store => _stores.Count == 0 ? OpenAnother() : _stores[0];

    public void Dispose()
    {
        CleanUp();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Connections_come_back_with_all_that_was_saved()
    {
        (await Store.SaveAsync(Plain, "Ada", At.Noon, default)).Should().BeTrue();
        (await Store.SaveAsync(Full, "Ada", At.Noon, default)).Should().BeTrue();

        var (full, plain) = (Full with { Version = 1 }, Plain with { Version = 1 });
        var other = OpenAnother();
        (await other.FindAsync("Acme", default)).Should().Be(full);
        (await other.ReadAllAsync(default)).Should().BeEquivalentTo([full, plain]);
        (await other.FindAsync("Initech", default)).Should().BeNull();
    }

    [Fact, Trait("Rule", "E1")]
    public async Task A_save_from_the_version_that_stands_makes_the_next_one()
    {
        await Store.SaveAsync(Plain, "Ada", At.Noon, default);
        var draft = (await Store.FindAsync("Globex", default))! with { State = ConnectionState.Disconnected, Tenant = "globex" };

        (await Store.SaveAsync(draft, "Bob", At.Minute(1), default)).Should().BeTrue();

        (await OpenAnother().FindAsync("Globex", default)).Should().Be(draft with { Version = 2 });
    }

    [Theory, Trait("Rule", "E1")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_save_from_another_version_than_the_one_that_stands_changes_nothing(int version)
    {
        await Store.SaveAsync(Plain, "Ada", At.Noon, default);
        await Store.SaveAsync(Plain with { Version = 1 }, "Bob", At.Minute(1), default);
        var (standing, revision) = (await Store.FindAsync("Globex", default), await Store.ReadRevisionAsync(default));

        (await Store.SaveAsync(Plain with { Version = version, Tenant = "late" }, "Eve", At.Minute(2), default)).Should().BeFalse();

        (await Store.FindAsync("Globex", default)).Should().Be(standing);
        (await Store.ReadHistoryAsync("Globex", 10, default)).Should().HaveCount(2);
        (await Store.ReadRevisionAsync(default)).Should().Be(revision);
    }

    [Fact, Trait("Rule", "E1")]
    public async Task A_save_from_a_version_of_a_connection_that_is_not_there_changes_nothing()
    {
        (await Store.SaveAsync(Plain with { Version = 1 }, "Ada", At.Noon, default)).Should().BeFalse();

        (await Store.ReadAllAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_history_tells_who_saved_what_and_when()
    {
        var second = Plain with { Version = 1, Settings = new ConnectionSettings { DefaultPhoneRegion = "DE" } };
        await Store.SaveAsync(Plain, "Ada", At.Noon, default);
        await Store.SaveAsync(second, "Bob", At.Minute(5), default);
        await Store.SaveAsync(Full, "Eve", At.Minute(6), default);

        var history = await OpenAnother().ReadHistoryAsync("Globex", 10, default);

        history.Should().Equal(
            new SavedConnection(second with { Version = 2 }, At.Minute(5), "Bob"),
            new SavedConnection(Plain with { Version = 1 }, At.Noon, "Ada"));
        (await Store.ReadHistoryAsync("Globex", 1, default)).Should().Equal(history[0]);
        (await Store.ReadHistoryAsync("Initech", 10, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_revision_differs_after_each_save_and_only_then()
    {
        var seen = new List<long> { await Store.ReadRevisionAsync(default) };
        foreach (var connection in new[] { Plain, Full, Plain with { Version = 1 } })
        {
            await Store.SaveAsync(connection, "Ada", At.Noon, default);
            seen.Add(await OpenAnother().ReadRevisionAsync(default));
        }

        seen.Should().OnlyHaveUniqueItems();
        (await Store.ReadRevisionAsync(default)).Should().Be(seen[^1]);
    }

    [Fact, Trait("Rule", "E1")]
    public async Task Of_saves_at_the_same_time_each_version_has_one_winner()
    {
        const int Savers = 8;
        const int Saves = 20;
        await Store.SaveAsync(Plain, "the first", At.Noon, default);
        var stores = Enumerable.Range(0, Savers).Select(_ => OpenAnother()).ToList();

        var won = await Task.WhenAll(stores.Select((store, saver) => Task.Run(() => SaveAgainAndAgainAsync(store, $"{saver}", Saves))));

        won.Sum().Should().Be(Savers * Saves);
        var history = await Store.ReadHistoryAsync("Globex", 1000, default);
        history.Select(saved => saved.Connection.Version).Should().Equal(Enumerable.Range(1, 1 + (Savers * Saves)).Reverse());
        history.Should().OnlyContain(saved => saved.Connection.Version == 1 || saved.Connection.AccountId!.EndsWith(saved.SavedBy));
        (await Store.FindAsync("Globex", default))!.AccountId!.Split(' ').Should().HaveCount(Savers * Saves, "nobody's edit is lost");
    }

    /// <summary>Opens the same storage as another process would.</summary>
    protected abstract IConnectionStore Open();

    /// <summary>Takes the storage away.</summary>
    protected abstract void CleanUp();

    private protected IConnectionStore OpenAnother()
    {
        var store = Open();
        _stores.Add(store);
        return store;
    }

    // Adds a word of its own to a text that all share, from whatever version stands, until it has won often enough.
    private static async Task<int> SaveAgainAndAgainAsync(IConnectionStore store, string saver, int saves)
    {
        var won = 0;
        while (won < saves)
        {
            var standing = (await store.FindAsync("Globex", default))!;
            var draft = standing with { AccountId = $"{standing.AccountId} {won}:{saver}".TrimStart() };
            won += await store.SaveAsync(draft, saver, At.Noon, default) ? 1 : 0;
        }

        return won;
    }
}

using NodaTime;

namespace CrmMapping;

/// <summary>Saves connections: new ones, their settings, and whether they are worked.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class ConnectionEditor(
    ConnectionDirectory directory, IConnectionStore store, ConnectionCredentials credentials, MapCatalog catalog, ConnectionMaps maps,
    MappingEditor mappings, AccountCheck accounts, SyncEngine engine, IClock clock)
{
    private const int MostRounds = 10;

    /// <summary>Gets a connection as it stands now.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public async Task<Connection> GetAsync(string name, CancellationToken cancellationToken) =>
        await directory.FindAsync(name, cancellationToken).ConfigureAwait(false)
        ?? throw new ArgumentException($"There is no connection '{name}'. Create it first.", nameof(name));

    public async Task<SettingsSaveResult> CreateAsync(
        Connection connection, CrmCredentials? secrets, string by, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken).ConfigureAwait(false);
        var mistakes = await FindMistakesAsync(connection, cancellationToken).ConfigureAwait(false);
        mistakes.AddRange(SettingsCheck.OfState(connection));
        if (known.Find(connection.Name) is not null)
        {
            mistakes.Add(Mistakes.ConnectionNamedTwice(connection.Name));
        }

        if (catalog.FindCrm(connection.Kind) is null)
        {
            mistakes.Add(Mistakes.UnknownKind(connection.Name, connection.Kind));
        }

        if (secrets is not null)
        {
            mistakes.AddRange(OfSecrets(connection.Name, secrets));
        }

        if (mistakes.Count > 0)
        {
            return SettingsSaveResult.Refused(mistakes);
        }

        var account = await accounts.IdentifyAsync(connection, secrets, cancellationToken).ConfigureAwait(false);
        if (account?.Id is { } opened && connection.AccountId is { } named && named != opened)
        {
            return SettingsSaveResult.Refused(Mistakes.NamesOtherAccount(connection.Name, opened, named));
        }

        var wanted = connection with { Version = 0, AccountId = account?.Id ?? connection.AccountId };
        if (!await SaveAsync(wanted, by, cancellationToken).ConfigureAwait(false))
        {
            return SettingsSaveResult.Refused(Mistakes.ConnectionNamedTwice(connection.Name));
        }

        // After the name is taken: somebody who takes it at the same time must not get these.
        if (secrets is not null)
        {
            await credentials.ReplaceAsync(wanted, account?.Credentials ?? secrets, cancellationToken).ConfigureAwait(false);
        }

        return Saved(wanted with { Version = 1 }, poll: wanted.State == ConnectionState.Active);
    }

    public async Task<SettingsSaveResult> SaveSettingsAsync(Connection draft, string by, CancellationToken cancellationToken)
    {
        var standing = await GetAsync(draft.Name, cancellationToken).ConfigureAwait(false);
        if (standing.Version != draft.Version)
        {
            return await LateAsync(draft, standing, cancellationToken).ConfigureAwait(false);
        }

        List<MappingMistake> mistakes =
            [.. Fixed(standing, draft), .. await FindMistakesAsync(draft, cancellationToken).ConfigureAwait(false)];
        if (mistakes.Count > 0)
        {
            return SettingsSaveResult.Refused(mistakes);
        }

        if (draft == standing)
        {
            return SettingsSaveResult.Of(standing);
        }

        return await SaveAsync(draft, by, cancellationToken).ConfigureAwait(false)
            ? Saved(draft with { Version = draft.Version + 1 }, poll: false)
            : await LateAsync(draft, await GetAsync(draft.Name, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    public Task<SettingsSaveResult> PauseAsync(string name, string by, CancellationToken cancellationToken) =>
        MoveAsync(name, ConnectionState.Paused, by, Unless(ConnectionState.Paused), cancellationToken);

    public Task<SettingsSaveResult> ResumeAsync(string name, string by, CancellationToken cancellationToken) =>
        MoveAsync(name, ConnectionState.Active, by, Unless(ConnectionState.Active), cancellationToken);

    public async Task<SettingsSaveResult> DisconnectAsync(string name, string by, CancellationToken cancellationToken)
    {
        var result = await MoveAsync(
            name, ConnectionState.Disconnected, by,
            static standing => standing.State == ConnectionState.Disconnected ? SettingsSaveResult.Of(standing) : null,
            cancellationToken).ConfigureAwait(false);
        await credentials.DeleteAsync(result.Saved!, CancellationToken.None).ConfigureAwait(false);

        // Who reconnected it at the same time may have lost the new credentials by that: then it is disconnected after all.
        return (await GetAsync(name, CancellationToken.None).ConfigureAwait(false)).State == ConnectionState.Disconnected
            ? result
            : await DisconnectAsync(name, by, CancellationToken.None).ConfigureAwait(false);
    }

    public async Task<SettingsSaveResult> ReconnectAsync(
        string name, CrmCredentials secrets, string by, CancellationToken cancellationToken)
    {
        if (OfSecrets(name, secrets).ToList() is { Count: > 0 } mistakes)
        {
            return SettingsSaveResult.Refused(mistakes);
        }

        var standing = await GetAsync(name, cancellationToken).ConfigureAwait(false);
        var account = await accounts.IdentifyAsync(standing, secrets, cancellationToken).ConfigureAwait(false);
        if (account?.Id is { } opened && await LearnAsync(name, opened, by, cancellationToken).ConfigureAwait(false) is var known && known != opened)
        {
            return SettingsSaveResult.Refused(Mistakes.OpensOtherAccount(name, opened, known));
        }

        await mappings.ReconnectAsync(standing, by, cancellationToken).ConfigureAwait(false);
        return await OpenAsync(name, account?.Credentials ?? secrets, by, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<SavedConnection>> ReadHistoryAsync(string name, int size, CancellationToken cancellationToken) =>
        store.ReadHistoryAsync(name, size, cancellationToken);

    private static Func<Connection, SettingsSaveResult?> Unless(ConnectionState state) => standing =>
        standing.State == ConnectionState.Disconnected ? SettingsSaveResult.Refused(Mistakes.IsDisconnected(standing.Name))
        : standing.State == state ? SettingsSaveResult.Of(standing)
        : null;

    // Saved before any credentials are replaced: of two who connect different accounts at the same time, one is told of the other's.
    private async Task<string> LearnAsync(string name, string account, string by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var standing = await GetAsync(name, cancellationToken).ConfigureAwait(false);
            if (standing.AccountId is { } known)
            {
                return known;
            }

            if (await SaveAsync(standing with { AccountId = account }, by, cancellationToken).ConfigureAwait(false))
            {
                return account;
            }
        }
    }

    private async Task<SettingsSaveResult> OpenAsync(string name, CrmCredentials secrets, string by, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var standing = await GetAsync(name, cancellationToken).ConfigureAwait(false);
            await credentials.ReplaceAsync(standing, secrets, cancellationToken).ConfigureAwait(false);

            // Saved even where nothing else changes: by the new version whoever holds the old credentials learns of the new ones.
            var result = await MoveAsync(name, ConnectionState.Active, by, static _ => null, cancellationToken).ConfigureAwait(false);

            // Who disconnected it at the same time may have deleted them in between.
            if (await credentials.AreKeptAsync(result.Saved!, CancellationToken.None).ConfigureAwait(false))
            {
                return result;
            }
        }

        throw new CrmException(CrmFailure.Credentials, name, EngineMessages.CredentialsNotKept);
    }

    // Whether it is worked is no draft: what others saved meanwhile stays, and the state is changed on top of it.
    private async Task<SettingsSaveResult> MoveAsync(
        string name, ConnectionState state, string by, Func<Connection, SettingsSaveResult?> answer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var standing = await GetAsync(name, cancellationToken).ConfigureAwait(false);
            if (answer(standing) is { } already)
            {
                return already;
            }

            var moved = Moved(standing, state);
            if (await SaveAsync(moved, by, cancellationToken).ConfigureAwait(false))
            {
                return Saved(moved with { Version = standing.Version + 1 }, poll: state == ConnectionState.Active);
            }
        }
    }

    // Who does not catch up on the calls of a pause logs those that end from here on.
    private Connection Moved(Connection standing, ConnectionState state) => (standing, state) switch
    {
        ({ State: ConnectionState.Paused, Settings.Calls: { CatchUp: false } calls } paused, ConnectionState.Active) => paused with
        {
            State = state,
            Settings = paused.Settings with { Calls = calls with { Since = clock.GetCurrentInstant() } },
        },
        _ => standing with { State = state },
    };

    private IEnumerable<MappingMistake> OfSecrets(string name, CrmCredentials secrets)
    {
        if (!credentials.CanKeep)
        {
            yield return Mistakes.NowhereToKeepCredentials(name);
        }

        if (string.IsNullOrWhiteSpace(secrets.AccessToken) && string.IsNullOrWhiteSpace(secrets.RefreshToken))
        {
            yield return Mistakes.NoSecrets(name);
        }
    }

    private static IEnumerable<MappingMistake> Fixed(Connection standing, Connection draft)
    {
        if (draft.Kind != standing.Kind)
        {
            yield return Mistakes.IsFixed(draft.Name, nameof(draft.Kind), standing.Kind);
        }

        if (draft.Tenant != standing.Tenant)
        {
            yield return Mistakes.IsFixed(draft.Name, nameof(draft.Tenant), standing.Tenant);
        }

        if (standing.AccountId is { } account && draft.AccountId != account)
        {
            yield return Mistakes.IsFixed(draft.Name, nameof(draft.AccountId), account);
        }

        if (draft.State != standing.State)
        {
            yield return Mistakes.IsNoSetting(draft.Name, standing.State);
        }
    }

    private async Task<List<MappingMistake>> FindMistakesAsync(Connection draft, CancellationToken cancellationToken) =>
    [
        .. SettingsCheck.Find(
            draft.Name, draft.Kind, draft.Settings, await maps.ReadSavedAsync(draft, cancellationToken).ConfigureAwait(false)),
    ];

    private async Task<SettingsSaveResult> LateAsync(Connection draft, Connection standing, CancellationToken cancellationToken)
    {
        var history = await store.ReadHistoryAsync(
            draft.Name, Math.Max(1, standing.Version - draft.Version), cancellationToken).ConfigureAwait(false);
        return SettingsSaveResult.Late(StaleDraft.Of(
            draft.Version, standing.Version,
            history.Select(static saved => new SaveRecord(saved.Connection.Version, saved.SavedAt, saved.SavedBy))));
    }

    private Task<bool> SaveAsync(Connection connection, string by, CancellationToken cancellationToken) =>
        store.SaveAsync(connection, by, clock.GetCurrentInstant(), cancellationToken);

    // Other processes learn of it by the revision, which they look at every second.
    private SettingsSaveResult Saved(Connection saved, bool poll)
    {
        engine.Wake(saved.Name, poll);
        return SettingsSaveResult.Of(saved);
    }
}

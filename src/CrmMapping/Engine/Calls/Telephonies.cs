using System.Collections.Concurrent;

namespace CrmMapping;

/// <summary>Opens the host's telephony accounts.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class Telephonies(ITelephonyAccounts accounts, IEnumerable<ITelephonyAdapter> adapters)
{
    private readonly ConcurrentDictionary<string, OpenAccount> _open = new(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken) => accounts.ReadAllAsync(cancellationToken);

    public async Task<TelephonyAccount?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await accounts.ReadAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(account => account.Name == name);

    /// <summary>Opens an account; null where the host alone tells of its calls.</summary>
    public async Task<ITelephonySession?> OpenAsync(TelephonyAccount account, CancellationToken cancellationToken)
    {
        if (adapters.FirstOrDefault(adapter => adapter.Kind == account.Kind) is not { } adapter)
        {
            return null;
        }

        var credentials = await accounts.FindCredentialsAsync(account, cancellationToken).ConfigureAwait(false)
            ?? throw new CrmException(CrmFailure.Credentials, account.Name, "there are no credentials for this telephony account. Give them to AddTelephony, or let ITelephonyAccounts find them.");
        return _open.AddOrUpdate(
            account.Name,
            _ => OpenAccount.Of(account, credentials, adapter),
            (_, present) => present.Account == account && present.Credentials == credentials ? present : OpenAccount.Of(account, credentials, adapter)).Session;
    }

    /// <summary>Reads the tags of all accounts of a tenant; null where none of them tells.</summary>
    public async Task<IReadOnlyList<CallTag>?> ReadTagsAsync(string tenant, CancellationToken cancellationToken)
    {
        List<CallTag>? tags = null;
        foreach (var account in (await ReadAllAsync(cancellationToken).ConfigureAwait(false)).Where(account => account.Tenant == tenant))
        {
            if (await OpenAsync(account, cancellationToken).ConfigureAwait(false) is { } session)
            {
                (tags ??= []).AddRange(await session.ReadTagsAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return tags;
    }

    /// <summary>Reads calls of an account as they are now; none where it cannot be asked.</summary>
    public async Task<IReadOnlyList<PhoneCall>> ReadCallsAsync(string account, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        await FindAsync(account, cancellationToken).ConfigureAwait(false) is { } known
        && await OpenAsync(known, cancellationToken).ConfigureAwait(false) is { } session
            ? await session.ReadCallsAsync(ids, cancellationToken).ConfigureAwait(false)
            : [];

    private sealed record OpenAccount(TelephonyAccount Account, TelephonyCredentials Credentials, ITelephonySession Session)
    {
        public static OpenAccount Of(TelephonyAccount account, TelephonyCredentials credentials, ITelephonyAdapter adapter) =>
            new(account, credentials, adapter.Open(account, credentials));
    }
}

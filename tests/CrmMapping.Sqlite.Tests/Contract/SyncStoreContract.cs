using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>Holds what every store of the state of syncing promises. A store's own tests derive from it.</summary>
public abstract partial class SyncStoreContract : IDisposable
{
    private const string Acme = "Acme HubSpot";
    private const string Globex = "Globex HubSpot";

    private readonly List<ISyncStore> _stores = [];

    /// <summary>Gets the store under test; it is empty when the test begins.</summary>
    protected ISyncStore Store => _stores.Count == 0 ? OpenAnother() : _stores[0];

    public void Dispose()
    {
        foreach (var store in _stores)
        {
            (store as IDisposable)?.Dispose();
        }

        CleanUp();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the same storage as another process would.</summary>
    protected abstract ISyncStore Open();

    /// <summary>Takes the storage away.</summary>
    protected abstract void CleanUp();

    private protected ISyncStore OpenAnother()
    {
        var store = Open();
        _stores.Add(store);
        return store;
    }

    private protected async Task<SyncLease> HoldAsync(string connection = Acme) =>
        (await Store.AcquireLeaseAsync(connection, "worker", At.Minute(60), At.Noon, default))!;

    private protected async Task CommitAsync(Func<SyncCommit, SyncCommit> decide, string connection = Acme, Instant? at = null)
    {
        var commit = new SyncCommit { Lease = await HoldAsync(connection), At = at ?? At.Noon };
        await Store.CommitAsync(decide(commit), default);
    }
}

namespace CrmMapping;

/// <summary>Holds all connections as they stood at one revision of the store. Never changes.</summary>
internal sealed class ConnectionList(long revision, IReadOnlyList<Connection> all)
{
    private readonly Dictionary<string, Connection> _byName = all.ToDictionary(static c => c.Name, StringComparer.Ordinal);

    public long Revision => revision;

    public IReadOnlyList<Connection> All => all;

    public Connection? Find(string name) => _byName.GetValueOrDefault(name);
}

using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Keeps the owners of an account, in the order of their ids.</summary>
internal sealed class OwnerList(long seed, Func<Instant> now)
{
    private readonly List<Entry> _owners = [];

    public IReadOnlyList<Entry> All => _owners;

    public Entry Add(string email, string firstName, string lastName)
    {
        var number = _owners.Count;
        var id = 41_000_000L + number * 1_000 + Seeded.Below(1_000, seed, number, 5);
        var userId = 9_000_000 + number * 100 + Seeded.Below(100, seed, number, 6);
        var owner = new HubSpotOwner($"{id}", userId, email, firstName, lastName, IsActive: true);
        var entry = new Entry(owner, now(), now());
        _owners.Add(entry);
        return entry;
    }

    public Entry? Find(string id) => _owners.Find(entry => entry.Owner.Id == id);

    public bool Exists(string id) => Find(id) is not null;

    public void SetActive(string id, bool active)
    {
        var index = _owners.FindIndex(entry => entry.Owner.Id == id);
        if (index < 0)
            throw new ArgumentException($"No owner has the id '{id}'. Take an id that Add returned.", nameof(id));
        _owners[index] = _owners[index] with { Owner = _owners[index].Owner with { IsActive = active }, UpdatedAt = now() };
    }

    internal sealed record Entry(HubSpotOwner Owner, Instant CreatedAt, Instant UpdatedAt);
}

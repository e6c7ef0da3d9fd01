using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Holds a list of contacts, its members in the order of their ids.</summary>
internal sealed record ContactList(string Id, string Name, IReadOnlyList<long> Members, Instant CreatedAt);

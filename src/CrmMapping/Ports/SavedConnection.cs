using NodaTime;

namespace CrmMapping;

/// <summary>Holds a connection as somebody saved it.</summary>
/// <param name="Connection">The connection, with the version that the save made.</param>
/// <param name="SavedAt">When.</param>
/// <param name="SavedBy">Who, as the host calls its people.</param>
public sealed record SavedConnection(Connection Connection, Instant SavedAt, string SavedBy);

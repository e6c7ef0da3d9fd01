namespace CrmMapping;

/// <summary>Says that somebody else works on the connection by now, so that nothing was saved.</summary>
/// <param name="connection">The connection's name.</param>
public sealed class LeaseLostException(string connection)
    : Exception($"{connection}: another worker has taken over this connection. Nothing was saved here; it goes on there.");

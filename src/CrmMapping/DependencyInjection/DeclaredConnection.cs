namespace CrmMapping;

/// <summary>Holds a connection that was declared in code.</summary>
internal sealed record DeclaredConnection(Connection Connection, CrmCredentials? Credentials);

namespace CrmMapping.Salesforce;

/// <summary>Asks who keeps credentials; without anybody, the app's own grant opens the connection that bears Salesforce's name.</summary>
internal sealed class SalesforceCredentials(ICredentialSource? kept, SalesforceOptions options) : ICredentialSource
{
    private static readonly CrmCredentials Bare = new();

    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) =>
        kept?.FindAsync(connection, cancellationToken)
        ?? new(connection.Name == SalesforceAdapter.KindName && options.Grant != SalesforceGrant.RefreshToken ? Bare : null);

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;

    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        kept?.DeleteAsync(connection, cancellationToken) ?? default;
}

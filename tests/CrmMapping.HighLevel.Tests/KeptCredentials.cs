namespace CrmMapping.HighLevel.Tests;

internal sealed class KeptCredentials(CrmCredentials? kept) : ICredentialSource
{
    public CrmCredentials? Kept { get; set; } = kept;

    public int Saves { get; private set; }

    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) => new(Kept);

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        Kept = credentials;
        Saves++;
        return default;
    }

    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken)
    {
        Kept = null;
        return default;
    }
}

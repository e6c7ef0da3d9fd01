namespace CrmMapping.Http;

/// <summary>Holds credentials that nobody decided to keep yet, and what is bought with them meanwhile.</summary>
internal sealed class HeldCredentials(CrmCredentials credentials) : ICredentialSource
{
    private volatile CrmCredentials _current = credentials;

    public CrmCredentials Current => _current;

    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) => new(_current);

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        _current = credentials;
        return default;
    }

    // What asks an account disconnects none.
    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Credentials that nobody keeps are not deleted.");
}

namespace CrmMapping;

/// <summary>Tells which account credentials open: an ability that an adapter may have.</summary>
public interface IIdentifiesAccounts
{
    /// <summary>Asks the account that credentials open for its own id, as its webhooks name it. Asks and keeps nothing else.</summary>
    /// <param name="connection">The connection that the credentials are meant for; its own credentials and sessions are left alone.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account, with the credentials that open it from now on.</returns>
    /// <exception cref="CrmException">The CRM does not accept the credentials, or could not be asked.</exception>
    Task<CrmAccount> IdentifyAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken);
}

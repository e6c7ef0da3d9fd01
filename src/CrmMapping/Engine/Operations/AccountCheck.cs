namespace CrmMapping;

/// <summary>Finds out which account new credentials open, before anything of them is kept.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class AccountCheck(IEnumerable<ICrmAdapter> adapters)
{
    /// <returns>The account; null where there are no credentials, or the CRM's adapter cannot tell.</returns>
    /// <exception cref="CrmException">The CRM does not accept the credentials, or could not be asked.</exception>
    public async Task<CrmAccount?> IdentifyAsync(Connection connection, CrmCredentials? secrets, CancellationToken cancellationToken)
    {
        if (secrets is null || adapters.FirstOrDefault(a => a.Kind == connection.Kind) is not IIdentifiesAccounts crm)
        {
            return null;
        }

        using (RequestScope.Begin(RequestPriority.Manual))
        {
            return await crm.IdentifyAsync(connection, secrets, cancellationToken).ConfigureAwait(false);
        }
    }
}

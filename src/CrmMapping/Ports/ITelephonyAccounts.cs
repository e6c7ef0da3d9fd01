namespace CrmMapping;

/// <summary>Lists the host's telephony accounts and keeps what opens them. A host with many customers brings its own.</summary>
/// <remarks>Called from several threads, often: every webhook asks.</remarks>
public interface ITelephonyAccounts
{
    /// <summary>Reads all accounts.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The accounts.</returns>
    ValueTask<IReadOnlyList<TelephonyAccount>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Finds what opens an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The credentials; null when there are none.</returns>
    ValueTask<TelephonyCredentials?> FindCredentialsAsync(TelephonyAccount account, CancellationToken cancellationToken);
}

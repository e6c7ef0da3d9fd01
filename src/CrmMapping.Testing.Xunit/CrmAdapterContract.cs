using System.Diagnostics.CodeAnalysis;

namespace CrmMapping;

/// <summary>
/// Proves that an adapter keeps what <see cref="ICrmAdapter"/>, <see cref="ICrmSession"/> and the abilities beside them promise, against an
/// emulated account. An author of an adapter derives from it in a test project and gives it the account; xunit runs the rest.
/// </summary>
/// <remarks>Each test opens an account of its own, so that tests may run in any order and at once.</remarks>
[SuppressMessage("Design", "CA1506", Justification = "It meets every type of the port.")]
public abstract partial class CrmAdapterContract
{
    /// <summary>Opens an emulated account that holds no record yet. The test disposes of it.</summary>
    /// <param name="options">What kind of account the test needs.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account.</returns>
    protected abstract Task<CrmTestAccount> OpenAccountAsync(CrmTestOptions options, CancellationToken cancellationToken);

    private async Task<OpenAccount> OpenAsync(CrmTestOptions? options = null) =>
        new(await OpenAccountAsync(options ?? new CrmTestOptions(), default));
}

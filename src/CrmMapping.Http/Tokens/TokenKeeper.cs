using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Http;

/// <summary>Keeps one connection's access token fresh: whoever needs it, it is bought once.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Who waits at a gate that was disposed of waits for ever, and it holds nothing that needs it.")]
internal sealed class TokenKeeper(
    Connection connection, ICredentialSource source, ITokenIssuer issuer, HttpExchange exchange, TimeProvider time, ILogger logger)
{
    private const int MaxAttempts = 3;

    private static readonly Duration Margin = Duration.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Another process that bought with the same token has saved by then what it bought.
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile CrmCredentials? _current;
    private volatile Purchase? _unsaved;
    private volatile int _version = connection.Version;
    private volatile int _versionHeld = connection.Version;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Learns of a connection that was saved since: it may have been reconnected, and its credentials are read anew.</summary>
    public void Follow(Connection saved) => _version = saved.Version;

    /// <summary>Gets credentials with an access token.</summary>
    /// <exception cref="CrmException">There are none, or no token can be bought.</exception>
    public async ValueTask<CrmCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (_unsaved is null && _versionHeld == _version && _current is { AccessToken: not null } current && !IsEnding(current))
        {
            return current;
        }

        return await GuardedAsync(refused: null, cancellationToken).ConfigureAwait(false) ?? throw Missing();
    }

    /// <summary>Replaces a token that the CRM refused.</summary>
    /// <returns>Credentials with another one; null when there is none to be had.</returns>
    public Task<CrmCredentials?> ReplaceAsync(string refused, CancellationToken cancellationToken) =>
        GuardedAsync(refused, cancellationToken);

    private async Task<CrmCredentials?> GuardedAsync(string? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await SaveAsync(cancellationToken).ConfigureAwait(false);
            Forget();
            if (IsGood(_current, refused))
            {
                return _current;
            }

            // Another process may have bought one meanwhile, or an admin may have put a new one there.
            var kept = await source.FindAsync(connection, cancellationToken).ConfigureAwait(false);
            _current = IsGood(kept, refused) ? kept : await BuyAsync(kept, cancellationToken).ConfigureAwait(false);
            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<CrmCredentials?> BuyAsync(CrmCredentials? kept, CancellationToken cancellationToken)
    {
        try
        {
            // With some CRMs a purchase ends the token that paid for it: what was bought is kept until it is saved, whoever gives up.
            if (await AskAsync(kept, cancellationToken).ConfigureAwait(false) is not { } bought)
            {
                return null;
            }

            _current = bought;
            _unsaved = new Purchase(bought, kept);
        }
        catch (CrmException refusal) when (refusal.Failure == CrmFailure.Credentials)
        {
            if (await FindOtherAsync(kept, cancellationToken).ConfigureAwait(false) is { } other)
            {
                return other;
            }

            throw;
        }

        logger.TokenRefreshed(connection.Name);
        await SaveAsync(CancellationToken.None).ConfigureAwait(false);
        return _current;
    }

    // Another process may have been faster with the same token, and be about to save.
    private async Task<CrmCredentials?> FindOtherAsync(CrmCredentials? kept, CancellationToken cancellationToken)
    {
        foreach (var wait in Looks)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            var other = await source.FindAsync(connection, cancellationToken).ConfigureAwait(false);
            if (IsGood(other, kept?.AccessToken))
            {
                return other;
            }
        }

        return null;
    }

    // What somebody put there since, who connected the account anew for example, stands.
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_unsaved is not { } purchase)
        {
            return;
        }

        var kept = await source.FindAsync(connection, cancellationToken).ConfigureAwait(false);
        if (IsSame(kept, purchase.PaidWith))
        {
            await source.SaveAsync(connection, purchase.Credentials, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _current = kept;
        }

        _unsaved = null;
    }

    private void Forget()
    {
        var version = _version;
        if (_versionHeld != version)
        {
            _current = null;
            _versionHeld = version;
        }
    }

    private async Task<CrmCredentials?> AskAsync(CrmCredentials? kept, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (issuer.Ask(connection, kept, Now) is not { } request)
            {
                return null;
            }

            var attempt = await exchange.SendAsync(request, credentials: null, number, CancellationToken.None).ConfigureAwait(false);
            using var response = attempt.Response;
            if (attempt.Advice.Kind == RetryKind.Accept)
            {
                return issuer.Read(connection, response!, kept, Now);
            }

            var wait = attempt.Advice.Wait ?? TimeSpan.FromSeconds(number);
            if (number == MaxAttempts || wait > LongestWait)
            {
                throw new CrmException(
                    CrmFailure.Passing, connection.Name, $"No access token could be bought: {attempt.Advice.Reason}.", attempt.Error);
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsGood(CrmCredentials? credentials, string? refused) =>
        credentials is { AccessToken: { Length: > 0 } token } && token != refused
        && (!IsEnding(credentials) || credentials.RefreshToken is null);

    private bool IsEnding(CrmCredentials credentials) => credentials.ExpiresAt is { } end && end - Margin <= Now;

    // Where a refresh token paid, only that it is still there counts: it buys as often as the CRM lets it.
    private static bool IsSame(CrmCredentials? kept, CrmCredentials? paid) =>
        kept?.RefreshToken == paid?.RefreshToken && (paid?.RefreshToken is not null || kept?.AccessToken == paid?.AccessToken);

    private CrmException Missing() => new(
        CrmFailure.Credentials, connection.Name, "There are no credentials. Connect the account, or configure an access token.");

    private sealed record Purchase(CrmCredentials Credentials, CrmCredentials? PaidWith);
}

using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Http;

/// <summary>Keeps one connection's access token fresh: whoever needs it, it is bought once.</summary>
internal sealed class TokenKeeper(
    Connection connection, ICredentialSource source, ITokenIssuer issuer, HttpExchange exchange, TimeProvider time, ILogger logger) : IDisposable
{
    private const int MaxAttempts = 3;

    private static readonly Duration Margin = Duration.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile CrmCredentials? _current;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is { AccessToken: { } token } current && !IsEnding(current))
        {
            return token;
        }

        return await GuardedAsync(refused: null, cancellationToken).ConfigureAwait(false) ?? throw Missing();
    }

    /// <summary>Replaces a token that the CRM refused.</summary>
    /// <returns>Another token; null when there is none to be had.</returns>
    public Task<string?> ReplaceAsync(string refused, CancellationToken cancellationToken) =>
        GuardedAsync(refused, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task<string?> GuardedAsync(string? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (IsGood(_current, refused))
            {
                return _current!.AccessToken;
            }

            // Another process may have bought one meanwhile, or an admin may have put a new one there.
            var kept = await source.FindAsync(connection, cancellationToken).ConfigureAwait(false);
            _current = IsGood(kept, refused) ? kept : await BuyAsync(kept, cancellationToken).ConfigureAwait(false);
            return _current?.AccessToken;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<CrmCredentials?> BuyAsync(CrmCredentials? kept, CancellationToken cancellationToken)
    {
        if (kept?.RefreshToken is not { } refreshToken)
        {
            return null;
        }

        var bought = await AskAsync(refreshToken, cancellationToken).ConfigureAwait(false);
        await source.SaveAsync(connection, bought, cancellationToken).ConfigureAwait(false);
        logger.TokenRefreshed(connection.Name);
        return bought;
    }

    private async Task<CrmCredentials> AskAsync(string refreshToken, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var request = issuer.Ask(connection, refreshToken);
            var attempt = await exchange.SendAsync(request, token: null, number, cancellationToken).ConfigureAwait(false);
            using var response = attempt.Response;
            if (attempt.Advice.Kind == RetryKind.Accept)
            {
                return issuer.Read(connection, response!, refreshToken, Instant.FromDateTimeOffset(time.GetUtcNow()));
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

    private bool IsEnding(CrmCredentials credentials) =>
        credentials.ExpiresAt is { } end && end - Margin <= Instant.FromDateTimeOffset(time.GetUtcNow());

    private CrmException Missing() => new(
        CrmFailure.Credentials, connection.Name, "There are no credentials. Connect the account, or configure an access token.");
}

using System.Diagnostics.Metrics;
using CrmMapping.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>Reads calls and tags of Aircall companies, and turns Aircall's webhooks into calls.</summary>
/// <remarks>One instance serves every Aircall account, from many threads at once. Nothing is written to Aircall.</remarks>
public sealed class AircallAdapter : ITelephonyAdapter, IReceivesCalls, IDisposable
{
    internal const string KindName = "Aircall";

    private readonly AircallKeys _keys = new();
    private readonly Lazy<CrmHttpClients> _clients;
    private readonly IOptions<AircallOptions> _options;
    private readonly IClock _clock;

    /// <summary>Makes the adapter. <c>AddAircall</c> does so for a host.</summary>
    /// <param name="options">The options; read at the first use.</param>
    /// <param name="http">Makes HTTP clients; the one named <c>Aircall</c> is used.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="time">Drives waits; the same time as the clock's.</param>
    /// <param name="logger">The log.</param>
    /// <param name="meters">Makes the meter; null measures nothing.</param>
    public AircallAdapter(
        IOptions<AircallOptions> options, IHttpClientFactory http, IClock clock, TimeProvider time, ILogger<AircallAdapter> logger,
        IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _clock = clock;
        _clients = new Lazy<CrmHttpClients>(() => new CrmHttpClients(
            KindName, _ => new AircallHttpRules(options.Value), http, _keys, new NoTokenIssuer(), time, logger, meters));
    }

    /// <inheritdoc />
    public string Kind => KindName;

    /// <inheritdoc />
    /// <exception cref="CrmException">The credentials cannot be sent as they are.</exception>
    public ITelephonySession Open(TelephonyAccount account, TelephonyCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(credentials);
        return new AircallSession(_clients.Value.For(_keys.Keep(account, credentials)), _clock);
    }

    /// <inheritdoc />
    public CallReading Read(in WebhookRequest request, IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return WebhookReceiver.Read(request.Body, accounts);
    }

    /// <inheritdoc />
    /// <remarks>
    /// What is not answered with 2xx is sent up to fifty times more, and as many failures in a row make Aircall disable the webhook. So what trying
    /// again cannot mend is taken: a webhook that makes no sense is answered with 200 and told in the log. One that could not be kept is
    /// answered with 503, so that it comes again.
    /// </remarks>
    public WebhookAnswer Answer(WebhookOutcome outcome) =>
        outcome == WebhookOutcome.Malformed ? new WebhookAnswer(200) : WebhookAnswer.Of(outcome);

    /// <summary>Changes the code that Aircall hands to a technology partner's app, once somebody has allowed it, into an access token.</summary>
    /// <param name="account">The account that is being connected; its own client and budget are left alone.</param>
    /// <param name="code">The code, which buys once.</param>
    /// <param name="redirectUri">The address that was given when the code was asked for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The credentials, to be kept by the host. The token does not end.</returns>
    /// <exception cref="CrmException">No OAuth app is configured, the code is refused, or no answer came, after which a new code is needed.</exception>
    public Task<TelephonyCredentials> ConnectAsync(
        TelephonyAccount account, string code, Uri redirectUri, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(redirectUri);
        var purchase = new TokenPurchase(_options.Value, account);
        return purchase.MakeAsync(_clients.Value, code, redirectUri, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_clients.IsValueCreated)
        {
            _clients.Value.Dispose();
        }
    }
}

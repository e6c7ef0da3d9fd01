namespace CrmMapping.HighLevel;

/// <summary>Configures the HighLevel adapter. Checked at start-up, every mistake at once.</summary>
public sealed class HighLevelOptions
{
    /// <summary>Gets or sets the address of HighLevel's API.</summary>
    /// <value>The default is <c>https://services.leadconnectorhq.com</c>; plain HTTP is taken for this machine alone.</value>
    public Uri BaseAddress { get; set; } = new("https://services.leadconnectorhq.com");

    /// <summary>Gets or sets the private integration token of a sub-account, for the connection named <c>HighLevel</c>.</summary>
    /// <value>The default is null. All other connections bring credentials of their own.</value>
    public string? PrivateToken { get; set; }

    /// <summary>Gets or sets the id of the location (sub-account) that <see cref="PrivateToken"/> opens.</summary>
    /// <value>The default is null: the connection's <see cref="Connection.AccountId"/> counts.</value>
    public string? LocationId { get; set; }

    /// <summary>Gets or sets the client id of the marketplace app.</summary>
    /// <value>The default is null: tokens cannot be refreshed, and webhooks of any app are taken.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the client secret of the marketplace app; goes with <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Gets or sets the Ed25519 key with which webhooks are verified: PEM, or the raw 32 bytes as base64 or hex.</summary>
    /// <value>The default is the key that HighLevel publishes.</value>
    public string WebhookKey { get; set; } = WebhookKeys.Present;

    /// <summary>Gets or sets whether the older RSA signature of a webhook is believed where the present one is missing.</summary>
    /// <value>The default is false; HighLevel stops sending it in 2026.</value>
    public bool BelievesOlderSignature { get; set; }

    /// <summary>Gets or sets the RSA key with which the older signature is verified, as PEM.</summary>
    /// <value>The default is the key that HighLevel publishes.</value>
    public string OlderWebhookKey { get; set; } = WebhookKeys.Older;

    /// <summary>Gets or sets how old a webhook may be.</summary>
    /// <value>The default is 80 minutes, since HighLevel tries again for 70; more than zero, at most a day.</value>
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(80);

    /// <summary>Gets or sets how long HighLevel's search may not know of a change.</summary>
    /// <value>The default is 30 seconds; not negative, at most an hour.</value>
    public TimeSpan SearchLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long one try of a request may take.</summary>
    /// <value>The default is 30 seconds; from one second to ten minutes.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the longest wait asked for by HighLevel that is waited out; a longer one ends the operation for now.</summary>
    /// <value>The default is 2 minutes; not negative.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how many requests in ten seconds the location allows, until HighLevel's answers say otherwise.</summary>
    /// <value>The default is 100; at least 1.</value>
    public int RequestsPerTenSeconds { get; set; } = 100;
}

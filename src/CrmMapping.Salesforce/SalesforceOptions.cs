namespace CrmMapping.Salesforce;

/// <summary>Configures the Salesforce adapter. Checked at start-up, every mistake at once.</summary>
public sealed class SalesforceOptions
{
    /// <summary>Gets or sets where tokens are bought: the org's My Domain, or a login address of Salesforce.</summary>
    /// <value>
    /// The default is <c>https://login.salesforce.com</c>; a sandbox has <c>https://test.salesforce.com</c>. Client credentials are taken by the
    /// org's My Domain alone. Plain HTTP is taken for this machine alone.
    /// </value>
    public Uri LoginAddress { get; set; } = new("https://login.salesforce.com");

    /// <summary>Gets or sets how the connection named <c>Salesforce</c> gets its tokens. All other connections bring a refresh token.</summary>
    /// <value>The default is <see cref="SalesforceGrant.RefreshToken"/>.</value>
    public SalesforceGrant Grant { get; set; }

    /// <summary>Gets or sets the consumer key of the app.</summary>
    /// <value>The default is null: tokens cannot be bought.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the consumer secret of the app; a JWT needs none.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Gets or sets the user in whose name a JWT is signed.</summary>
    public string? Username { get; set; }

    /// <summary>Gets or sets the private key that signs a JWT, an RSA key in PEM.</summary>
    public string? PrivateKey { get; set; }

    /// <summary>Gets or sets the unique external id field that holds the local contact's id, so that creating twice makes one record.</summary>
    /// <value>The default is null: a create of which no answer arrived is looked up before it is tried again.</value>
    public string? ExternalIdField { get; set; }

    /// <summary>Gets or sets whether records are saved although a duplicate rule of the kind that warns finds others like them.</summary>
    /// <value>The default is false. Rules that block are never overridden.</value>
    public bool SavesDuplicates { get; set; }

    /// <summary>Gets or sets the outcomes that logged calls may have. A task's call result is free text, so Salesforce keeps no list of them.</summary>
    /// <value>The default is none; each at most 255 characters, and once.</value>
    public IReadOnlyList<string> CallOutcomes { get; set; } = [];

    /// <summary>Gets or sets the secret that the address of outbound messages carries as its <c>token</c>, and a relay of change events as a bearer token.</summary>
    /// <value>The default is null: no message is believed. At least 20 characters that nobody can guess.</value>
    public string? WebhookToken { get; set; }

    /// <summary>Gets or sets from how many writes at once Bulk API 2.0 takes them.</summary>
    /// <value>The default is 2,000; at least 200.</value>
    public int BulkThreshold { get; set; } = 2000;

    /// <summary>Gets or sets from how many records on a pull of all of them reads the rest by a job of Bulk API 2.0, after its first page.</summary>
    /// <value>
    /// The default is 20,000 records; at least 2,000. A query gives up to 2,000 records a request. A job gives 10,000 for two, and costs one
    /// more to be opened and one for each look whether it is done, three to eight in the first minute: as measured, that is worth it from
    /// 15,000 records on where jobs end at once, and from 28,000 on where they take half a minute. <see cref="int.MaxValue"/> uses no jobs.
    /// </value>
    public int BulkPullThreshold { get; set; } = 20_000;

    /// <summary>Gets or sets how far back changes are read again, since what was saved late carries an earlier time.</summary>
    /// <value>The default is 10 minutes, as long as a request to Salesforce may take; not negative, at most a day.</value>
    public TimeSpan ChangeOverlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long one try of a request may take.</summary>
    /// <value>The default is 2 minutes, as long as a query may take; from one second to ten minutes.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets the longest wait that is waited out; a longer one ends the operation for now.</summary>
    /// <value>The default is 2 minutes; not negative.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how many requests may be under way at once.</summary>
    /// <value>The default is 5, what the smallest org allows of long ones; at least 1.</value>
    public int RequestsAtOnce { get; set; } = 5;
}

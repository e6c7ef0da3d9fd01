namespace CrmMapping.HubSpot;

/// <summary>Configures the HubSpot adapter. Checked at start-up, every mistake at once.</summary>
public sealed class HubSpotOptions
{
    /// <summary>Gets or sets the address of HubSpot's API.</summary>
    /// <value>The default is <c>https://api.hubapi.com</c>; plain HTTP is taken for this machine alone.</value>
    public Uri BaseAddress { get; set; } = new("https://api.hubapi.com");

    /// <summary>Gets or sets the version of the API.</summary>
    /// <value>The default is <see cref="HubSpotApiVersion.Dated202609"/>.</value>
    public HubSpotApiVersion ApiVersion { get; set; }

    /// <summary>Gets or sets the token of a private app or service key, for the connection named <c>HubSpot</c>.</summary>
    /// <value>The default is null. All other connections bring credentials of their own.</value>
    public string? AccessToken { get; set; }

    /// <summary>Gets or sets the id of the OAuth app.</summary>
    /// <value>The default is null: tokens cannot be refreshed.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth app; goes with <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Gets or sets the unique property that holds the local contact's id, so that creating twice makes one contact.</summary>
    /// <value>The default is null: a create of which no answer arrived is looked up before it is tried again.</value>
    public string? ExternalIdProperty { get; set; }

    /// <summary>Gets or sets the property of calls and communications in which the key of a logged activity stands; it is created where it is missing.</summary>
    /// <value>The default is <c>crm_mapping_key</c>.</value>
    /// <remarks>It is unique, so that an activity whose create got no answer is found again and none is logged twice.</remarks>
    public string ActivityKeyProperty { get; set; } = "crm_mapping_key";

    /// <summary>Gets or sets the client secret of the app whose webhooks arrive.</summary>
    /// <value>The default is null: <see cref="ClientSecret"/> counts, and without it no webhook is believed.</value>
    public string? WebhookSecret { get; set; }

    /// <summary>Gets or sets the address that HubSpot calls, where a proxy changes it on the way.</summary>
    /// <value>
    /// The default is null: the address as it arrived counts. One without a path, such as <c>https://hooks.example.com</c>, replaces
    /// scheme, host and port; one with a path replaces that too. The query stays.
    /// </value>
    public Uri? PublicUrl { get; set; }

    /// <summary>Gets or sets which signatures are believed.</summary>
    /// <value>The default is <see cref="HubSpotSignatures.V3"/>.</value>
    public HubSpotSignatures Signatures { get; set; } = HubSpotSignatures.V3;

    /// <summary>Gets or sets how far a webhook's time may be from now, either way.</summary>
    /// <value>The default is 5 minutes; more than zero, at most an hour.</value>
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets how long HubSpot's search may not know of a change.</summary>
    /// <value>The default is 30 seconds; not negative, at most an hour.</value>
    public TimeSpan SearchLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long one try of a request may take.</summary>
    /// <value>The default is 30 seconds; from one second to ten minutes.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the longest wait asked for by HubSpot that is waited out; a longer one ends the operation for now.</summary>
    /// <value>The default is 2 minutes; not negative.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how many requests in ten seconds the account allows, until HubSpot's answers say otherwise.</summary>
    /// <value>The default is 100, what the smallest account allows; at least 1.</value>
    public int RequestsPerTenSeconds { get; set; } = 100;

    /// <summary>Gets or sets how many searches a second the account allows. HubSpot's answers do not say.</summary>
    /// <value>The default is 5; at least 1.</value>
    public int SearchesPerSecond { get; set; } = 5;
}

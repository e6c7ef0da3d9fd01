namespace CrmMapping.Pipedrive;

/// <summary>Configures the Pipedrive adapter. Checked at start-up, every mistake at once.</summary>
public sealed class PipedriveOptions
{
    /// <summary>Gets or sets the address of Pipedrive's API, for connections whose credentials name no server of their own.</summary>
    /// <value>
    /// The default is <c>https://api.pipedrive.com</c>; a company's own, such as <c>https://acme.pipedrive.com</c>, serves as well.
    /// Plain HTTP is taken for this machine alone.
    /// </value>
    public Uri BaseAddress { get; set; } = new("https://api.pipedrive.com");

    /// <summary>Gets or sets the address where OAuth tokens are bought.</summary>
    /// <value>The default is <c>https://oauth.pipedrive.com</c>; plain HTTP is taken for this machine alone.</value>
    public Uri OAuthAddress { get; set; } = new("https://oauth.pipedrive.com");

    /// <summary>Gets or sets a user's API token, for the connection named <c>Pipedrive</c>.</summary>
    /// <value>The default is null. All other connections bring credentials of their own.</value>
    public string? ApiToken { get; set; }

    /// <summary>Gets or sets the id of the OAuth app.</summary>
    /// <value>The default is null: tokens cannot be refreshed.</value>
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the secret of the OAuth app; goes with <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Gets or sets the key of the custom text field that holds the local contact's id, so that a lost create is found again.</summary>
    /// <value>The default is null: a create of which no answer arrived is known by its values alone.</value>
    public string? ExternalIdField { get; set; }

    /// <summary>Gets or sets the user name with which Pipedrive signs in to deliver webhooks.</summary>
    /// <value>The default is null: no webhook is believed.</value>
    public string? WebhookUser { get; set; }

    /// <summary>Gets or sets the password with which Pipedrive signs in to deliver webhooks; goes with <see cref="WebhookUser"/>.</summary>
    public string? WebhookPassword { get; set; }

    /// <summary>Gets or sets how long Pipedrive's lists and search may not know of a change.</summary>
    /// <value>The default is 30 seconds; not negative, at most an hour.</value>
    public TimeSpan SearchLag { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long one try of a request may take.</summary>
    /// <value>The default is 30 seconds; from one second to ten minutes.</value>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the longest wait asked for by Pipedrive that is waited out; a longer one ends the operation for now.</summary>
    /// <value>The default is 2 minutes; not negative.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how many requests in two seconds the account allows, until Pipedrive's answers say otherwise.</summary>
    /// <value>The default is 20, what the smallest plan allows an API token; at least 1.</value>
    public int RequestsPerTwoSeconds { get; set; } = 20;

    /// <summary>Gets or sets how many searches in two seconds the account allows, until Pipedrive's answers say otherwise.</summary>
    /// <value>The default is 10, what every plan allows; at least 1.</value>
    public int SearchesPerTwoSeconds { get; set; } = 10;
}

using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping;

/// <summary>Says what an application wants of Salesforce.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class SalesforceBuilder : CrmBuilder<SalesforceBuilder>
{
    internal SalesforceBuilder(CrmMappingBuilder crm)
        : base(crm, Salesforce.SalesforceAdapter.KindName)
    {
    }

    /// <summary>Makes the connection named <c>Salesforce</c>, opened by the app itself as its integration user.</summary>
    /// <param name="myDomain">The org's My Domain, such as <c>https://acme.my.salesforce.com</c>.</param>
    /// <param name="clientId">The app's consumer key; a null or blank one is a mistake reported at start-up.</param>
    /// <param name="clientSecret">The app's consumer secret.</param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder UseClientCredentials(Uri myDomain, string? clientId, string? clientSecret)
    {
        ArgumentNullException.ThrowIfNull(myDomain);
        return UseCredentials(new CrmCredentials()).Configure(options =>
        {
            options.Grant = Salesforce.SalesforceGrant.ClientCredentials;
            (options.LoginAddress, options.ClientId, options.ClientSecret) = (myDomain, clientId ?? "", clientSecret ?? "");
        });
    }

    /// <summary>Makes the connection named <c>Salesforce</c>, opened in the name of a user by a token that the app signs.</summary>
    /// <param name="clientId">The app's consumer key; a null or blank one is a mistake reported at start-up.</param>
    /// <param name="username">The user, who approved the app or whose profile did.</param>
    /// <param name="privateKey">The RSA key in PEM whose certificate the app holds.</param>
    /// <param name="loginAddress">The login address; null is <c>https://login.salesforce.com</c>, a sandbox has <c>https://test.salesforce.com</c>.</param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder UseJwtBearer(string? clientId, string? username, string? privateKey, Uri? loginAddress = null) =>
        UseCredentials(new CrmCredentials()).Configure(options =>
        {
            options.Grant = Salesforce.SalesforceGrant.JwtBearer;
            (options.ClientId, options.Username, options.PrivateKey) = (clientId ?? "", username ?? "", privateKey ?? "");
            options.LoginAddress = loginAddress ?? options.LoginAddress;
        });

    /// <summary>Says by which OAuth app tokens are refreshed. Connections bring their own refresh tokens.</summary>
    /// <param name="clientId">The app's consumer key.</param>
    /// <param name="clientSecret">The app's consumer secret.</param>
    /// <param name="loginAddress">The login address; null is <c>https://login.salesforce.com</c>, sandboxes have <c>https://test.salesforce.com</c>.</param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder UseOAuth(string? clientId, string? clientSecret, Uri? loginAddress = null) => Configure(options =>
        (options.ClientId, options.ClientSecret, options.LoginAddress) = (clientId ?? "", clientSecret ?? "", loginAddress ?? options.LoginAddress));

    /// <summary>Says by which map leads are kept in sync.</summary>
    /// <typeparam name="TMap">The map.</typeparam>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder UseLeadMap<TMap>()
        where TMap : ContactMap, new() =>
        UseMap<TMap>(RecordType.Lead);

    /// <summary>Keeps leads in sync and no contacts.</summary>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder SyncLeads() => SyncRecordTypes(priority: null, RecordType.Lead);

    /// <summary>Keeps leads and contacts in sync.</summary>
    /// <param name="prioritize">Which of them stands for a person who is both; the other is ignored.</param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder SyncLeadsAndContacts(RecordType prioritize) => SyncRecordTypes(prioritize, RecordType.Contact, RecordType.Lead);

    /// <summary>Makes creates harmless to repeat: the local contact's id is kept in a unique external id field.</summary>
    /// <param name="field">The field's API name, such as <c>Host_Id__c</c>; it must be set up as external id and unique.</param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder UseExternalId(string field) => Configure(options => options.ExternalIdField = field);

    /// <summary>Names the outcomes that logged calls may have, which Salesforce keeps as the call result of a task.</summary>
    /// <param name="outcomes">The outcomes, as people are to see them.</param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder CallOutcomes(params string[] outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return Configure(options => options.CallOutcomes = outcomes);
    }

    /// <summary>Says how messages prove that they come from the org.</summary>
    /// <param name="token">
    /// A secret of at least 20 random characters: the address of an outbound message ends in <c>?token=</c> and it, a relay of change events
    /// sends it as a bearer token.
    /// </param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder UseWebhooks(string? token) => Configure(options => options.WebhookToken = token ?? "");

    /// <summary>Sets any other option.</summary>
    /// <param name="configure">Sets it.</param>
    /// <returns>The same builder.</returns>
    public SalesforceBuilder Configure(Action<Salesforce.SalesforceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(configure);
        return this;
    }
}

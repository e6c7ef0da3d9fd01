using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Says how an emulated HubSpot account behaves. The defaults are those of a small account with a private app.</summary>
public sealed record HubSpotEmulatorOptions
{
    /// <summary>Gets the port on 127.0.0.1.</summary>
    /// <value>The default is 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>Gets the seed of everything that varies: bodies of errors, order of results, faults.</summary>
    /// <value>The default is 1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Gets what timers and delays run on.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets what says when something happened.</summary>
    /// <value>The default is null: the time of <see cref="TimeProvider"/>.</value>
    public IClock? Clock { get; init; }

    /// <summary>Gets the private-app tokens that are let in; they never expire and their answers carry the daily headers.</summary>
    /// <value>The default is <c>pat-na1-emulator</c> alone.</value>
    public IReadOnlyList<string> AccessTokens { get; init; } = ["pat-na1-emulator"];

    /// <summary>Gets the scopes that the app was granted; what needs another is refused.</summary>
    /// <value>The default is null: all.</value>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Gets the client id of the OAuth app.</summary>
    /// <value>The default is <c>emulator-client</c>.</value>
    public string ClientId { get; init; } = "emulator-client";

    /// <summary>Gets the client secret of the OAuth app, with which webhooks are signed as well.</summary>
    /// <value>The default is <c>emulator-secret</c>.</value>
    public string ClientSecret { get; init; } = "emulator-secret";

    /// <summary>Gets whether each refresh hands out a new refresh token and voids the old one.</summary>
    /// <value>The default is false.</value>
    public bool RotatesRefreshTokens { get; init; }

    /// <summary>Gets the id of the account.</summary>
    /// <value>The default is 1234567.</value>
    public long PortalId { get; init; } = 1234567;

    /// <summary>Gets the id of the app whose token and webhooks are meant.</summary>
    /// <value>The default is 4242.</value>
    public long AppId { get; init; } = 4242;

    /// <summary>Gets the time zone of the account, in which a day of the daily limit ends.</summary>
    /// <value>The default is <c>US/Eastern</c>.</value>
    public string TimeZone { get; init; } = "US/Eastern";

    /// <summary>Gets whether requests are limited at all.</summary>
    /// <value>The default is true.</value>
    public bool LimitsEnabled { get; init; } = true;

    /// <summary>Gets how many requests a private app may make in 10 seconds.</summary>
    /// <value>The default is 100.</value>
    public int BurstLimit { get; init; } = 100;

    /// <summary>Gets how many requests an OAuth app may make in 10 seconds.</summary>
    /// <value>The default is 110.</value>
    public int OAuthBurstLimit { get; init; } = 110;

    /// <summary>Gets how many requests private apps may make in a day.</summary>
    /// <value>The default is 250,000.</value>
    public int DailyLimit { get; init; } = 250_000;

    /// <summary>Gets how many searches the account may make in a second.</summary>
    /// <value>The default is 5.</value>
    public int SearchLimit { get; init; } = 5;

    /// <summary>Gets how long a change stays unseen by searches.</summary>
    /// <value>The default is 7 seconds.</value>
    public Duration SearchLag { get; init; } = Duration.FromSeconds(7);

    /// <summary>Gets how long each answer takes at least.</summary>
    /// <value>The default is no time.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets whether a merge keeps the id of the primary contact instead of making a third one.</summary>
    /// <value>The default is false.</value>
    public bool MergeKeepsWinnerId { get; init; }

    /// <summary>Gets whether upserts by e-mail address are refused, as some accounts do.</summary>
    /// <value>The default is false.</value>
    public bool RefusesUpsertByEmail { get; init; }

    /// <summary>Gets whether empty properties are left out of answers instead of being null.</summary>
    /// <value>The default is false.</value>
    public bool OmitsEmptyProperties { get; init; }

    /// <summary>Gets the largest page of a list.</summary>
    /// <value>The default is 100. Pages with property history have half of it at most.</value>
    public int LargestPage { get; init; } = 100;

    /// <summary>Gets the largest page of a search.</summary>
    /// <value>The default is 200.</value>
    public int LargestSearchPage { get; init; } = 200;

    /// <summary>Gets custom contact properties that the account starts with.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<HubSpotProperty> Properties { get; init; } = [];

    /// <summary>Gets where webhooks are sent.</summary>
    /// <value>The default is null: nowhere.</value>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Gets how the type of webhook events is worded.</summary>
    /// <value>The default is <see cref="HubSpotWebhookStyle.ContactEvents"/>.</value>
    public HubSpotWebhookStyle WebhookStyle { get; init; }

    /// <summary>Gets the properties whose changes are told; null tells of every property that can be written.</summary>
    /// <value>The default is null.</value>
    public IReadOnlyList<string>? WebhookProperties { get; init; }

    /// <summary>Gets whether webhooks are sent as they come up, and not only by <see cref="HubSpotWebhooks.DeliverAsync"/>.</summary>
    /// <value>The default is false.</value>
    public bool SendsWebhooksByItself { get; init; }

    /// <summary>Gets whether outcomes of calls that were deleted are still listed, marked as deleted.</summary>
    /// <value>The default is false. What the service does is not documented.</value>
    public bool ListsDeletedCallOutcomes { get; init; }
}

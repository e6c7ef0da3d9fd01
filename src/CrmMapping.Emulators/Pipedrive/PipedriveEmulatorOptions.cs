using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Says how an emulated Pipedrive company behaves. The defaults are those of a small company on the smallest plan.</summary>
public sealed record PipedriveEmulatorOptions
{
    /// <summary>Gets the port on 127.0.0.1.</summary>
    /// <value>The default is 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>Gets the seed of everything that varies: headers that are missing at times, order of webhooks, faults.</summary>
    /// <value>The default is 1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Gets what timers and delays run on.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets what says when something happened.</summary>
    /// <value>The default is null: the time of <see cref="TimeProvider"/>.</value>
    public IClock? Clock { get; init; }

    /// <summary>Gets the API tokens that are let in; each is the first user's.</summary>
    /// <value>The default is <c>pipedrive-emulator</c> alone.</value>
    public IReadOnlyList<string> ApiTokens { get; init; } = ["pipedrive-emulator"];

    /// <summary>Gets the scopes that the OAuth app was granted; API tokens may do everything.</summary>
    /// <value>The default is null: all.</value>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Gets the client id of the OAuth app.</summary>
    /// <value>The default is <c>emulator-client</c>.</value>
    public string ClientId { get; init; } = "emulator-client";

    /// <summary>Gets the client secret of the OAuth app.</summary>
    /// <value>The default is <c>emulator-secret</c>.</value>
    public string ClientSecret { get; init; } = "emulator-secret";

    /// <summary>Gets whether each refresh hands out a new refresh token and voids the old one.</summary>
    /// <value>The default is false. What the service does is not documented.</value>
    public bool RotatesRefreshTokens { get; init; }

    /// <summary>Gets the id of the company.</summary>
    /// <value>The default is 770011.</value>
    public long CompanyId { get; init; } = 770_011;

    /// <summary>Gets the company's part of its address.</summary>
    /// <value>The default is <c>acme-sandbox</c>.</value>
    public string CompanyDomain { get; init; } = "acme-sandbox";

    /// <summary>Gets whether the company syncs contacts with an address book, which opens the fields that only this brings.</summary>
    /// <value>The default is false: job title, birthday, notes, messengers and postal address are refused.</value>
    public bool HasContactSync { get; init; }

    /// <summary>Gets whether a name of several words is parted at its first space instead of its last.</summary>
    /// <value>The default is false. Where the service parts it is not documented.</value>
    public bool PartsNamesAtFirstSpace { get; init; }

    /// <summary>Gets whether times with fractions of a second are refused in queries.</summary>
    /// <value>The default is true.</value>
    public bool RefusesFractionsOfSeconds { get; init; } = true;

    /// <summary>Gets whether a deleted person is still shown to who asks for its id, as one that <c>is_deleted</c>.</summary>
    /// <value>The default is false: 404. What the service does is not documented.</value>
    public bool ShowsDeletedPersons { get; init; }

    /// <summary>Gets whether requests are limited at all.</summary>
    /// <value>The default is true.</value>
    public bool LimitsEnabled { get; init; } = true;

    /// <summary>Gets how many requests an API token may make in 2 seconds.</summary>
    /// <value>The default is 20.</value>
    public int BurstLimit { get; init; } = 20;

    /// <summary>Gets how many requests an OAuth token may make in 2 seconds.</summary>
    /// <value>The default is 80.</value>
    public int OAuthBurstLimit { get; init; } = 80;

    /// <summary>Gets how many searches anybody may make in 2 seconds.</summary>
    /// <value>The default is 10.</value>
    public int SearchBurstLimit { get; init; } = 10;

    /// <summary>Gets how many tokens the company's requests may cost in a day, which ends at midnight UTC.</summary>
    /// <value>The default is 300,000: ten seats of the smallest plan.</value>
    public int DailyTokens { get; init; } = 300_000;

    /// <summary>Gets how many refusals for a burst within ten seconds make the service's edge shut the door for ten seconds.</summary>
    /// <value>The default is 40.</value>
    public int RefusalsUntilBlocked { get; init; } = 40;

    /// <summary>Gets how long each answer takes at least.</summary>
    /// <value>The default is no time.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets how far the service's clock goes before the real one, as its <c>Date</c> headers show.</summary>
    /// <value>The default is no time.</value>
    public Duration ClockSkew { get; init; }

    /// <summary>Gets custom fields that the company starts with.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<PipedriveField> Fields { get; init; } = [];

    /// <summary>Gets the name that webhooks give with basic authentication.</summary>
    /// <value>The default is <c>crm</c>.</value>
    public string WebhookUser { get; init; } = "crm";

    /// <summary>Gets the password that goes with it.</summary>
    /// <value>The default is <c>emulator-password</c>.</value>
    public string WebhookPassword { get; init; } = "emulator-password";

    /// <summary>Gets whether webhooks are sent as they come up, and not only by <see cref="PipedriveWebhooks.DeliverAsync"/>.</summary>
    /// <value>The default is false.</value>
    public bool SendsWebhooksByItself { get; init; }
}

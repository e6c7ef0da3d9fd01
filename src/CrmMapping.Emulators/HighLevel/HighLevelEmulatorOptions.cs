using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Says how an emulated HighLevel location behaves.</summary>
public sealed record HighLevelEmulatorOptions
{
    /// <summary>Gets the port on 127.0.0.1.</summary>
    /// <value>The default is 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>Gets the seed of everything that varies: what search leaves out at times, order of webhooks, faults.</summary>
    /// <value>The default is 1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Gets what timers and delays run on.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets what says when something happened.</summary>
    /// <value>The default is null: the time of <see cref="TimeProvider"/>.</value>
    public IClock? Clock { get; init; }

    /// <summary>Gets how far the service's clock goes before the real one, as its <c>Date</c> headers show.</summary>
    /// <value>The default is no time.</value>
    public Duration ClockSkew { get; init; }

    /// <summary>Gets the private integration tokens that are let in; they never expire.</summary>
    /// <value>The default is <c>pit-emulator</c> alone.</value>
    public IReadOnlyList<string> PrivateTokens { get; init; } = ["pit-emulator"];

    /// <summary>Gets the scopes that tokens have.</summary>
    /// <value>The default is null: all.</value>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Gets the client id of the marketplace app; the app's id is what comes before the first hyphen.</summary>
    /// <value>The default is <c>apQ1emulator-client</c>.</value>
    public string ClientId { get; init; } = "apQ1emulator-client";

    /// <summary>Gets the id of the marketplace app, as webhooks name it.</summary>
    /// <value>What comes before the first hyphen of <see cref="ClientId"/>.</value>
    public string AppId => ClientId.Split('-')[0];

    /// <summary>Gets the client secret of the marketplace app.</summary>
    /// <value>The default is <c>emulator-secret</c>.</value>
    public string ClientSecret { get; init; } = "emulator-secret";

    /// <summary>Gets the id of the location.</summary>
    /// <value>The default is <c>locQ1emulator00000000</c>.</value>
    public string LocationId { get; init; } = "locQ1emulator00000000";

    /// <summary>Gets the id of the agency that the location belongs to.</summary>
    /// <value>The default is <c>coQ1emulator000000000</c>.</value>
    public string CompanyId { get; init; } = "coQ1emulator000000000";

    /// <summary>Gets whether the location lets several contacts have one address or number.</summary>
    /// <value>The default is false.</value>
    public bool AllowsDuplicates { get; init; }

    /// <summary>Gets by which keys duplicates are looked for, the first of them first.</summary>
    /// <value>The default is e-mail address, then phone.</value>
    public IReadOnlyList<string> DuplicateKeys { get; init; } = ["email", "phone"];

    /// <summary>Gets whether an update takes a company name and a gender, which the published document leaves out.</summary>
    /// <value>The default is false: such an update is refused.</value>
    public bool UpdateTakesCompanyName { get; init; }

    /// <summary>Gets whether searches sort by <c>dateUpdated</c>, which the published document does not promise.</summary>
    /// <value>The default is true; else such a search is refused.</value>
    public bool SortsByUpdate { get; init; } = true;

    /// <summary>Gets how long a change stays unseen by searches.</summary>
    /// <value>The default is 3 seconds.</value>
    public Duration SearchLag { get; init; } = Duration.FromSeconds(3);

    /// <summary>Gets whether requests are limited at all.</summary>
    /// <value>The default is true.</value>
    public bool LimitsEnabled { get; init; } = true;

    /// <summary>Gets how many requests may be made in 10 seconds.</summary>
    /// <value>The default is 100.</value>
    public int BurstLimit { get; init; } = 100;

    /// <summary>Gets how many requests may be made in a day, which ends at midnight UTC.</summary>
    /// <value>The default is 200,000.</value>
    public int DailyLimit { get; init; } = 200_000;

    /// <summary>Gets how long each answer takes at least.</summary>
    /// <value>The default is no time.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets custom fields that the location starts with.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<HighLevelField> Fields { get; init; } = [];

    /// <summary>Gets whether webhooks bear the older RSA signature beside the present one.</summary>
    /// <value>The default is false.</value>
    public bool SignsTheOlderWay { get; init; }

    /// <summary>Gets whether webhooks are sent as they come up, and not only by <see cref="HighLevelWebhooks.DeliverAsync"/>.</summary>
    /// <value>The default is false.</value>
    public bool SendsWebhooksByItself { get; init; }
}

using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Says how an emulated Salesforce org behaves. The defaults are those of a small production org.</summary>
public sealed record SalesforceEmulatorOptions
{
    /// <summary>Gets the port on 127.0.0.1.</summary>
    /// <value>The default is 0: any free port.</value>
    public int Port { get; init; }

    /// <summary>Gets the seed of everything that varies: tokens, order of bulk results, faults.</summary>
    /// <value>The default is 1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Gets what timers and delays run on.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets what says when something happened.</summary>
    /// <value>The default is null: the time of <see cref="TimeProvider"/>.</value>
    public IClock? Clock { get; init; }

    /// <summary>Gets the sessions that are let in without a login; like any other they end after <see cref="SessionTimeout"/> without a request.</summary>
    /// <value>The default is one invented token.</value>
    public IReadOnlyList<string> AccessTokens { get; init; } = ["00D5g0000000001!emulator"];

    /// <summary>Gets the consumer key of the connected app.</summary>
    /// <value>The default is <c>emulator-client</c>.</value>
    public string ClientId { get; init; } = "emulator-client";

    /// <summary>Gets the consumer secret of the connected app.</summary>
    /// <value>The default is <c>emulator-secret</c>.</value>
    public string ClientSecret { get; init; } = "emulator-secret";

    /// <summary>Gets the user that the connected app runs as, and the only one who approved it.</summary>
    /// <value>The default is <c>integration@acme.example.com</c>.</value>
    public string Username { get; init; } = "integration@acme.example.com";

    /// <summary>Gets the RSA key, as PEM, whose signatures the connected app takes on a JWT.</summary>
    /// <value>The default is null: no JWT is taken.</value>
    public string? JwtPublicKey { get; init; }

    /// <summary>Gets whether each refresh hands out a new refresh token and voids the old one.</summary>
    /// <value>The default is false.</value>
    public bool RotatesRefreshTokens { get; init; }

    /// <summary>Gets after how long without a request a session ends.</summary>
    /// <value>The default is two hours.</value>
    public Duration SessionTimeout { get; init; } = Duration.FromHours(2);

    /// <summary>Gets whether requests are limited at all.</summary>
    /// <value>The default is true.</value>
    public bool LimitsEnabled { get; init; } = true;

    /// <summary>Gets how many requests the org may make in 24 hours.</summary>
    /// <value>The default is 100,000.</value>
    public int DailyLimit { get; init; } = 100_000;

    /// <summary>Gets how long each answer takes at least.</summary>
    /// <value>The default is no time.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets whether countries and states are picklists with codes.</summary>
    /// <value>The default is false.</value>
    public bool HasAddressPicklists { get; init; }

    /// <summary>Gets how often a finished bulk job is asked about before it says so.</summary>
    /// <value>The default is 2.</value>
    public int PollsUntilJobIsDone { get; init; } = 2;

    /// <summary>Gets custom fields that contacts start with.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<SalesforceField> ContactFields { get; init; } = [];

    /// <summary>Gets custom fields that leads start with.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<SalesforceField> LeadFields { get; init; } = [];

    /// <summary>Gets where outbound messages are sent.</summary>
    /// <value>The default is null: nowhere.</value>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Gets whether outbound messages are sent as they come up, and not only by <see cref="SalesforceOutboundMessages.DeliverAsync"/>.</summary>
    /// <value>The default is false.</value>
    public bool SendsWebhooksByItself { get; init; }
}

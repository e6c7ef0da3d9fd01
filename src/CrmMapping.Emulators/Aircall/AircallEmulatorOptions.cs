using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Says how an emulated Aircall company behaves.</summary>
public sealed record AircallEmulatorOptions
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

    /// <summary>Gets the id of the API key.</summary>
    /// <value>The default is <c>aircall-emulator</c>.</value>
    public string ApiId { get; init; } = "aircall-emulator";

    /// <summary>Gets the token of the API key.</summary>
    /// <value>The default is <c>emulator-token</c>.</value>
    public string ApiToken { get; init; } = "emulator-token";

    /// <summary>Gets OAuth access tokens that are let in from the start; they do not end.</summary>
    /// <value>The default is <c>emulator-access</c> alone.</value>
    public IReadOnlyList<string> AccessTokens { get; init; } = ["emulator-access"];

    /// <summary>Gets the client id of the OAuth app.</summary>
    /// <value>The default is <c>emulator-client</c>.</value>
    public string ClientId { get; init; } = "emulator-client";

    /// <summary>Gets the client secret of the OAuth app.</summary>
    /// <value>The default is <c>emulator-secret</c>.</value>
    public string ClientSecret { get; init; } = "emulator-secret";

    /// <summary>Gets the tags that the company starts with.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<AircallTag> Tags { get; init; } = [];

    /// <summary>Gets whether tags posted to a call take the place of those that are there, instead of joining them.</summary>
    /// <value>The default is false. What the service does is not documented.</value>
    public bool PostedTagsReplace { get; init; }

    /// <summary>Gets whether the deletion of a tag is told as <c>call.untagged</c> for each call that bore it.</summary>
    /// <value>The default is false. What the service does is not documented.</value>
    public bool TellsOfDeletedTags { get; init; }

    /// <summary>Gets whether requests are limited at all.</summary>
    /// <value>The default is true.</value>
    public bool LimitsEnabled { get; init; } = true;

    /// <summary>Gets how many requests all clients of the company together may make in a minute.</summary>
    /// <value>The default is 120.</value>
    public int RequestsPerMinute { get; init; } = 120;

    /// <summary>Gets how long each answer takes at least.</summary>
    /// <value>The default is no time.</value>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets how far the service's clock goes before the real one, as its <c>Date</c> headers show.</summary>
    /// <value>The default is no time.</value>
    public Duration ClockSkew { get; init; }

    /// <summary>Gets whether webhooks are sent as they come up, and not only by <see cref="AircallWebhooks.DeliverAsync"/>.</summary>
    /// <value>The default is false.</value>
    public bool SendsWebhooksByItself { get; init; }
}

namespace EmulatorHost;

/// <summary>Holds what the command line says of the account to be served.</summary>
internal sealed record HostSettings
{
    public required int Port { get; init; }

    public required int Contacts { get; init; }

    public required long Seed { get; init; }

    public required double Faults { get; init; }

    /// <summary>The tokens to let in; empty where the CRM's usual one counts.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    public required Uri? WebhookUrl { get; init; }

    public required string ClientSecret { get; init; }

    public required double SearchLag { get; init; }

    public required double Latency { get; init; }

    public required bool HasLimits { get; init; }
}

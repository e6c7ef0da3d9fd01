namespace CrmMapping;

/// <summary>Holds what opens an account of a telephony, and what proves that its webhooks are genuine. Prints nothing of it.</summary>
public sealed record TelephonyCredentials
{
    /// <summary>Gets the id of an API key; null where <see cref="Secret"/> is an access token, which needs none.</summary>
    public string? KeyId { get; init; }

    /// <summary>Gets the API key's secret, or the access token.</summary>
    public required string Secret { get; init; }

    /// <summary>Gets the secrets that the account's webhooks carry, one a webhook; without any, no webhook of it is believed.</summary>
    public EquatableArray<string> WebhookTokens { get; init; }

    /// <summary>Says that these are credentials, and no more.</summary>
    /// <returns>A text without secrets.</returns>
    public override string ToString() => "credentials (not shown)";
}

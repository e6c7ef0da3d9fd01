namespace CrmMapping.Aircall;

/// <summary>What buys an access token. Prints none of it.</summary>
internal sealed record WireTokenOrder
{
    public string GrantType { get; init; } = "authorization_code";

    public required string Code { get; init; }

    public required string RedirectUri { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public override string ToString() => nameof(WireTokenOrder);
}

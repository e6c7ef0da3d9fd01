using System.Text;

namespace CrmMapping.HubSpot.Tests;

/// <summary>A webhook as it would arrive.</summary>
internal sealed record A_delivery
{
    public string Method { get; init; } = "POST";

    public string Url { get; init; } = "https://www.example.com/webhook_uri";

    public string Body { get; init; } = "[]";

    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public WebhookRequest Request => new(Method, Url, Encoding.UTF8.GetBytes(Body), name => Headers.GetValueOrDefault(name));

    public A_delivery With(string header, string value) =>
        this with { Headers = new(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };

    public A_delivery Signed(string version, string signature) =>
        With("X-HubSpot-Signature", signature).With("X-HubSpot-Signature-Version", version);

    public A_delivery SignedV3(string signature, string timestamp) =>
        With("X-HubSpot-Signature-v3", signature).With("X-HubSpot-Request-Timestamp", timestamp);

    public A_delivery SignedNow(string secret, long now)
    {
        var source = Encoding.UTF8.GetBytes($"{Method}{Url}{Body}{now}");
        var hash = System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), source);
        return SignedV3(Convert.ToBase64String(hash), $"{now}");
    }
}

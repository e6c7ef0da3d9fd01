using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace CrmMapping.HighLevel.Tests;

/// <summary>A webhook as it would arrive.</summary>
internal sealed record A_delivery
{
    private static readonly Ed25519PrivateKeyParameters Key = new(SHA256.HashData("a test's own key"u8), 0);

    public static string PublicKey { get; } = Convert.ToBase64String(Key.GeneratePublicKey().GetEncoded());

    public string Body { get; init; } = "{}";

    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public WebhookRequest Request =>
        new("POST", "https://www.example.com/hook", Encoding.UTF8.GetBytes(Body), name => Headers.GetValueOrDefault(name));

    public A_delivery With(string header, string value) =>
        this with { Headers = new(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };

    public A_delivery Signed() => With("X-GHL-Signature", Sign(Key));

    private string Sign(Ed25519PrivateKeyParameters key)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, key);
        signer.BlockUpdate(Encoding.UTF8.GetBytes(Body));
        return Convert.ToBase64String(signer.GenerateSignature());
    }
}

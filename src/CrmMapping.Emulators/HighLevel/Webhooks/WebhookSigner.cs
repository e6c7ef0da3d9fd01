using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Signs webhooks with keys of its own: those of the service sign nowhere else.</summary>
internal sealed class WebhookSigner
{
    // What stands before the 32 bytes of an Ed25519 key in a PEM file (RFC 8410).
    private static readonly byte[] KeyHeader = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];

    private readonly Ed25519PrivateKeyParameters _key;
    private readonly Lazy<RSA> _older = new(static () => RSA.Create(2048));
    private readonly bool _signsTheOlderWay;

    public WebhookSigner(HighLevelEmulatorOptions options)
    {
        _key = new Ed25519PrivateKeyParameters(SHA256.HashData(Encoding.UTF8.GetBytes($"emulated HighLevel {options.Seed}")), 0);
        _signsTheOlderWay = options.SignsTheOlderWay;
        PublicKey = PemEncoding.WriteString("PUBLIC KEY", [.. KeyHeader, .. _key.GeneratePublicKey().GetEncoded()]);
    }

    public string PublicKey { get; }

    public string OlderPublicKey => _older.Value.ExportSubjectPublicKeyInfoPem();

    public IReadOnlyList<KeyValuePair<string, string>> Sign(ReadOnlyMemory<byte> body)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(body.Span);
        List<KeyValuePair<string, string>> headers = [new("X-GHL-Signature", Convert.ToBase64String(signer.GenerateSignature()))];
        if (_signsTheOlderWay)
            headers.Add(new("x-wh-signature", Convert.ToBase64String(_older.Value.SignData(body.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))));
        return headers;
    }
}

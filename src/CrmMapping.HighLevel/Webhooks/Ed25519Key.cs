using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace CrmMapping.HighLevel;

/// <summary>Verifies pure Ed25519 signatures (RFC 8032), for which .NET has no type.</summary>
internal sealed class Ed25519Key
{
    // What stands before the 32 bytes of a key in a PEM file (RFC 8410).
    private static readonly byte[] Header = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];

    private const int Size = 32;
    private const int SignatureSize = 64;

    private readonly byte[] _key;

    private Ed25519Key(byte[] key) => _key = key;

    /// <summary>Reads a key: PEM, or its raw bytes as base64 or hex.</summary>
    /// <returns>The key; null when the text is none, or a point with which everybody could sign.</returns>
    public static Ed25519Key? Read(string? text)
    {
        var bytes = Bytes(text?.Trim() ?? "");
        return bytes is { Length: Size } && Ed25519.ValidatePublicKeyFull(bytes, 0) ? new Ed25519Key(bytes) : null;
    }

    /// <summary>Tells whether a signature is the key's own; of one signature there is one spelling.</summary>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureSize
        && Ed25519.Verify(signature.ToArray(), 0, _key, 0, message.ToArray(), 0, message.Length);

    private static byte[]? Bytes(string text)
    {
        try
        {
            return text switch
            {
                ['-', ..] => OfPem(text),
                { Length: 2 * Size } => Convert.FromHexString(text),
                _ => Convert.FromBase64String(text),
            };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? OfPem(string pem)
    {
        var place = PemEncoding.Find(pem);
        var der = Convert.FromBase64String(pem[place.Base64Data]);
        return der.AsSpan().StartsWith(Header) ? der[Header.Length..] : null;
    }
}

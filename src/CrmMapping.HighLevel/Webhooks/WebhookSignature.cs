using System.Security.Cryptography;

namespace CrmMapping.HighLevel;

/// <summary>Tells whether HighLevel sent a webhook.</summary>
internal sealed class WebhookSignature(HighLevelOptions options)
{
    private readonly Lazy<Ed25519Key?> _present = new(() => Ed25519Key.Read(options.WebhookKey));

    /// <summary>Checks the signature over the raw bytes.</summary>
    /// <returns>Null when it is genuine; else why not.</returns>
    public string? Refuse(in WebhookRequest request)
    {
        // The stronger one decides where both came: a bad one is not outvoted by an older one that is good.
        if (request.Header("X-GHL-Signature") is { } present)
        {
            return Signature(present) is { } bytes && _present.Value?.Verifies(request.Body.Span, bytes) == true
                ? null
                : "The webhook's signature is wrong. Check that WebhookKey is the Ed25519 key that HighLevel publishes.";
        }

        if (request.Header("x-wh-signature") is not { } older)
        {
            return "The webhook carries no signature.";
        }

        if (!options.BelievesOlderSignature)
        {
            return "The webhook carries the older signature alone. Allow it by BelievesOlderSignature if it must be.";
        }

        return Signature(older) is { } signature && IsOlder(request.Body.Span, signature)
            ? null
            : "The webhook's older signature is wrong. Check that OlderWebhookKey is the RSA key that HighLevel publishes.";
    }

    private bool IsOlder(ReadOnlySpan<byte> body, byte[] signature)
    {
        using var key = RSA.Create();
        key.ImportFromPem(options.OlderWebhookKey);
        return key.VerifyData(body, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static byte[]? Signature(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && Convert.ToBase64String(bytes.AsSpan(0, length)) == base64
            ? bytes[..length]
            : null;
    }
}

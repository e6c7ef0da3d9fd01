using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Tells whether HubSpot sent a webhook.</summary>
internal sealed class WebhookSignature(HubSpotOptions options, IClock clock)
{
    private const string Signature = "X-HubSpot-Signature";

    private byte[]? Secret => (options.WebhookSecret ?? options.ClientSecret) is { Length: > 0 } secret ? Encoding.UTF8.GetBytes(secret) : null;

    /// <summary>Checks the signature over the raw bytes.</summary>
    /// <returns>Null when it is genuine; else why not.</returns>
    public string? Refuse(in WebhookRequest request)
    {
        if (Secret is not { } secret)
        {
            return "No webhook secret is configured. Set WebhookSecret to the client secret of the app.";
        }

        // The strongest that came decides: a bad one is not outvoted by a weaker one that is good.
        if (options.Signatures.HasFlag(HubSpotSignatures.V3) && request.Header("X-HubSpot-Signature-v3") is { Length: > 0 } dated)
        {
            return CheckDated(request, secret, dated);
        }

        if (request.Header(Signature) is not { Length: > 0 } plain)
        {
            return "The webhook carries no signature that is believed here.";
        }

        var url = Encoding.UTF8.GetBytes(request.Method + AsCalled(request.Url));
        return request.Header(Signature + "-Version") switch
        {
            "v1" when options.Signatures.HasFlag(HubSpotSignatures.V1) => Check(plain, secret, request.Body.Span),
            "v2" when options.Signatures.HasFlag(HubSpotSignatures.V2) => Check(plain, [.. secret, .. url], request.Body.Span),
            _ => "The webhook's signature is of a version that is not believed here. Allow it by Signatures if it must be.",
        };
    }

    private string? CheckDated(in WebhookRequest request, byte[] secret, string given)
    {
        var stamp = request.Header("X-HubSpot-Request-Timestamp") ?? "";
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return "The webhook carries no time, or one that is no number.";
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Method + HubSpotUri.Decode(AsCalled(request.Url))));
        hash.AppendData(request.Body.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(stamp));
        if (!Same(Convert.ToBase64String(hash.GetHashAndReset()), given))
        {
            return "The webhook's signature is wrong. Check that WebhookSecret is the app's client secret and PublicUrl the address that HubSpot calls.";
        }

        var age = (double)clock.GetCurrentInstant().ToUnixTimeMilliseconds() - milliseconds;
        return Math.Abs(age) <= options.ReplayWindow.TotalMilliseconds
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The webhook is genuine but {Math.Abs(age) / 1000:0} s {(age > 0 ? "old" : "ahead of this machine's clock")}, and at most "
                + $"{options.ReplayWindow.TotalSeconds:0} s are allowed. It was played again, or this machine's clock is wrong: check the clock. Polls lose nothing.");
    }

    private static string? Check(string given, byte[] head, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        hash.AppendData(body);
        return Same(Convert.ToHexStringLower(hash.GetHashAndReset()), given) ? null : "The webhook's signature is wrong.";
    }

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private string AsCalled(string url)
    {
        if (options.PublicUrl is not { } @public || !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out _))
        {
            return url;
        }

        var path = PathAndQuery(url);
        var origin = @public.GetLeftPart(UriPartial.Authority);
        if (@public.AbsolutePath is "/")
        {
            return origin + path;
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        return origin + @public.AbsolutePath + (query < 0 ? "" : path[query..]);
    }

    // By hand, as Uri would rewrite escapes that the signature covers.
    private static string PathAndQuery(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var path = url.AsSpan(scheme < 0 ? 0 : scheme + 3).IndexOfAny('/', '?');
        return path < 0 ? "/" : url[(path + (scheme < 0 ? 0 : scheme + 3))..];
    }
}

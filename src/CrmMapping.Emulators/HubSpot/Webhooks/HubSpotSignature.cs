using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmMapping.Emulators;

/// <summary>Signs requests as HubSpot does, versions 1 and 3.</summary>
internal static class HubSpotSignature
{
    // Only these escapes are undone before signing; a general decoder would undo more.
    private static readonly (string Escape, string Character)[] Decoded =
    [
        ("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%40", "@"), ("%21", "!"), ("%24", "$"), ("%27", "'"), ("%28", "("),
        ("%29", ")"), ("%2A", "*"), ("%2C", ","), ("%3B", ";"),
    ];

    public static string V1(string secret, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(secret), .. body]));

    public static string V3(string secret, string method, string uri, ReadOnlySpan<byte> body, long timestamp)
    {
        foreach (var (escape, character) in Decoded)
            uri = uri.Replace(escape, character, StringComparison.OrdinalIgnoreCase);
        var time = timestamp.ToString(CultureInfo.InvariantCulture);
        byte[] source = [.. Encoding.UTF8.GetBytes(method + uri), .. body, .. Encoding.UTF8.GetBytes(time)];
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), source));
    }
}

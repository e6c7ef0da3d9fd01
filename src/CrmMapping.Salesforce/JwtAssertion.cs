using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Signs the JWT with which an app asks for a token in a user's name.</summary>
internal static class JwtAssertion
{
    // Salesforce takes none that lives longer than three minutes.
    private static readonly Duration Life = Duration.FromMinutes(2);

    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"RS256","typ":"JWT"}"""u8);

    /// <summary>Gives the audience that a token names: the general login address, also where it is handed in at the org's My Domain.</summary>
    public static string AudienceOf(Uri loginAddress) =>
        loginAddress.Host == "test.salesforce.com" || loginAddress.Host.Contains(".sandbox.", StringComparison.Ordinal)
            ? "https://test.salesforce.com"
            : "https://login.salesforce.com";

    public static string Sign(string pem, string issuer, string subject, string audience, Instant now)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(Claims(issuer, subject, audience, now + Life))}";
        using var key = ReadKey(pem);
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Reads a private key.</summary>
    /// <exception cref="ArgumentException">The text is no PEM of one RSA key.</exception>
    /// <exception cref="CryptographicException">The key cannot be read.</exception>
    public static RSA ReadKey(string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static byte[] Claims(string issuer, string subject, string audience, Instant end)
    {
        using var claims = new MemoryStream();
        using (var writer = new Utf8JsonWriter(claims))
        {
            writer.WriteStartObject();
            writer.WriteString("iss"u8, issuer);
            writer.WriteString("sub"u8, subject);
            writer.WriteString("aud"u8, audience);
            writer.WriteNumber("exp"u8, end.ToUnixTimeSeconds());
            writer.WriteEndObject();
        }

        return claims.ToArray();
    }
}

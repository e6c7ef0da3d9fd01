using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Judges the JWT of a login without a password: who signed it, for whom, for which door, until when.</summary>
internal static class JwtCheck
{
    // Another reading says five; who stays under three is safe with both.
    private static readonly Duration LongestLife = Duration.FromMinutes(3);

    private static readonly string[] Doors = ["https://login.salesforce.com", "https://test.salesforce.com"];

    /// <summary>Gives the OAuth error; null when the assertion is good.</summary>
    /// <param name="org">The org.</param>
    /// <param name="assertion">The JWT.</param>
    /// <param name="address">The address that was asked, which stands for the login server here.</param>
    public static (string Error, string Description)? Refusal(SalesforceOrg org, string? assertion, string address)
    {
        if (assertion?.Split('.') is not [var header, var claims, var signature] || Read(header) is not { } head || Read(claims) is not { } body)
            return ("invalid_grant", "invalid assertion");
        if (Text(head, "alg") is not "RS256" || !IsSigned(org, $"{header}.{claims}", signature))
            return ("invalid_grant", "invalid assertion");
        if (Text(body, "iss") != org.Options.ClientId)
            return ("invalid_client_id", "client identifier invalid");
        if (Text(body, "aud") != address && !Doors.Contains(Text(body, "aud"), StringComparer.Ordinal))
            return ("invalid_grant", "audience is invalid");
        if (!body.TryGetProperty("exp", out var exp) || exp.ValueKind is not JsonValueKind.Number || !IsTimely(org, exp))
            return ("invalid_grant", "expired authorization code");
        return Text(body, "sub") == org.Options.Username ? null : ("invalid_grant", "user hasn't approved this consumer");
    }

    private static bool IsTimely(SalesforceOrg org, JsonElement exp) => exp.TryGetInt64(out var seconds)
        && seconds > org.Now.ToUnixTimeSeconds() && seconds <= (org.Now + LongestLife).ToUnixTimeSeconds();

    private static bool IsSigned(SalesforceOrg org, string signed, string signature)
    {
        if (org.Options.JwtPublicKey is not { } pem || Decode(signature) is not { } bytes)
            return false;
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        return key.VerifyData(Encoding.ASCII.GetBytes(signed), bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static JsonElement? Read(string part)
    {
        if (Decode(part) is not { } bytes)
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Decode(string part)
    {
        if (part.Contains('=', StringComparison.Ordinal) || !Base64Url.IsValid(part))
            return null;
        return Base64Url.DecodeFromChars(part);
    }
}

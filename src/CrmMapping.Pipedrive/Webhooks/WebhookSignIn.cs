using System.Security.Cryptography;
using System.Text;

namespace CrmMapping.Pipedrive;

/// <summary>Tells whether Pipedrive sent a webhook: it signs nothing, but signs in with a name and a password.</summary>
internal sealed class WebhookSignIn(PipedriveOptions options)
{
    private const string Scheme = "Basic ";

    /// <summary>Checks the sign-in, in a time that tells nothing of how much of it is right.</summary>
    /// <returns>Null when it is genuine; else why not.</returns>
    public string? Refuse(in WebhookRequest request)
    {
        if (options is not { WebhookUser: { Length: > 0 } user, WebhookPassword: { Length: > 0 } password })
        {
            return "No sign-in for webhooks is configured. Call UseWebhooks with the user and the password that were given when the webhook was made.";
        }

        if (request.Header("Authorization") is not { Length: > 0 } given || !given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "The webhook carries no sign-in. Give it http_auth_user and http_auth_password where it is made.";
        }

        // Hashes have one length, so that not even the length of the password is told.
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))));
        var actual = SHA256.HashData(Encoding.UTF8.GetBytes(given[Scheme.Length..].Trim()));
        return CryptographicOperations.FixedTimeEquals(expected, actual)
            ? null
            : "The webhook's sign-in is wrong. Check that WebhookUser and WebhookPassword are those that were given when the webhook was made.";
    }
}

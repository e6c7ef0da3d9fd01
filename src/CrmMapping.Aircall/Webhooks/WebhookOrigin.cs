using System.Security.Cryptography;
using System.Text;

namespace CrmMapping.Aircall;

/// <summary>Tells which account a webhook came from: Aircall signs nothing, but puts the webhook's token into the body.</summary>
internal static class WebhookOrigin
{
    /// <summary>Looks for the account whose webhook has this token, in a time that tells nothing of how much of it is right.</summary>
    /// <returns>The account's name; null when no account's webhook has it.</returns>
    public static string? Find(string token, IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)> accounts)
    {
        // Hashes have one length, so that not even the length of a token is told.
        var given = Hash(token);
        string? origin = null;
        foreach (var (account, credentials) in accounts)
        {
            foreach (var expected in credentials.WebhookTokens)
            {
                var isIt = CryptographicOperations.FixedTimeEquals(Hash(expected), given) & !string.IsNullOrWhiteSpace(expected);
                origin = isIt ? account.Name : origin;
            }
        }

        return origin;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

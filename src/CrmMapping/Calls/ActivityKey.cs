using System.Security.Cryptography;
using System.Text;

namespace CrmMapping;

/// <summary>Makes the key by which a CRM's activity is known again: people who see it know the call by it.</summary>
internal static class ActivityKey
{
    private const int MostLength = 100;

    /// <summary>Gives the key of a call or message of a telephony account.</summary>
    /// <remarks>Where the names are too long, or not plain, a hash of them stands in their place.</remarks>
    public static string Of(string account, string key)
    {
        var plain = $"{account}/{key}";
        return plain.Length <= MostLength && !plain.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? plain
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }
}

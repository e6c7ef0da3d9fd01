using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace CrmMapping.HighLevel;

/// <summary>Finds every mistake of the options at once.</summary>
internal sealed class HighLevelOptionsValidator : IValidateOptions<HighLevelOptions>
{
    public ValidateOptionsResult Validate(string? name, HighLevelOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(HighLevelOptions options) =>
        [.. Api(options), .. Credentials(options), .. Webhooks(options), .. Limits(options)];

    private static IEnumerable<string> Api(HighLevelOptions options)
    {
        if (!IsSafe(options.BaseAddress))
        {
            yield return "HighLevel, 'BaseAddress': the token would travel in the clear. Use an absolute https address.";
        }
        else if (options.BaseAddress.AbsolutePath != "/" || options.BaseAddress.Query.Length > 0)
        {
            yield return "HighLevel, 'BaseAddress': it holds a path or a query, which the adapter adds itself. Give scheme and host alone.";
        }
    }

    private static IEnumerable<string> Credentials(HighLevelOptions options)
    {
        if (options.PrivateToken is { } token && (token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            yield return "HighLevel, 'PrivateToken': it is empty or holds a space or line end. Copy the token again, or check that its configuration key is set.";
        }

        if (options.PrivateToken is not null && string.IsNullOrWhiteSpace(options.LocationId))
        {
            yield return "HighLevel, 'LocationId': a private integration token does not tell which location it opens. Set it to the sub-account's id, from its settings.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId) != string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "HighLevel, 'ClientId' and 'ClientSecret': one is there without the other. Set both, from the app's Auth page, or neither.";
        }
    }

    private static IEnumerable<string> Webhooks(HighLevelOptions options)
    {
        if (Ed25519Key.Read(options.WebhookKey) is null)
        {
            yield return "HighLevel, 'WebhookKey': it is no Ed25519 public key. Use PEM, or its 32 bytes as base64 or hex; by default it is HighLevel's own.";
        }

        if (options.BelievesOlderSignature && !IsRsaKey(options.OlderWebhookKey))
        {
            yield return "HighLevel, 'OlderWebhookKey': it is no RSA public key. Use PEM; by default it is HighLevel's own.";
        }

        if (options.ReplayWindow <= TimeSpan.Zero || options.ReplayWindow > TimeSpan.FromDays(1))
        {
            yield return "HighLevel, 'ReplayWindow': it lies outside of what is safe. Use more than zero and at most a day; HighLevel tries again for 70 minutes.";
        }
    }

    private static IEnumerable<string> Limits(HighLevelOptions options)
    {
        if (options.SearchLag < TimeSpan.Zero || options.SearchLag > TimeSpan.FromHours(1))
        {
            yield return "HighLevel, 'SearchLag': it is negative or longer than an hour. The default is 30 seconds.";
        }

        if (options.RequestTimeout < TimeSpan.FromSeconds(1) || options.RequestTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "HighLevel, 'RequestTimeout': it is below a second or above ten minutes. The default is 30 seconds.";
        }

        if (options.Patience < TimeSpan.Zero)
        {
            yield return "HighLevel, 'Patience': it is negative. Use zero to wait for nothing; the default is 2 minutes.";
        }

        if (options.RequestsPerTenSeconds < 1)
        {
            yield return "HighLevel, 'RequestsPerTenSeconds': with less than 1 nothing could be sent. The default is 100.";
        }
    }

    private static bool IsRsaKey(string? pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));
}

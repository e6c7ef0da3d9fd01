using Microsoft.Extensions.Options;

namespace CrmMapping.HubSpot;

/// <summary>Finds every mistake of the options at once.</summary>
internal sealed class HubSpotOptionsValidator : IValidateOptions<HubSpotOptions>
{
    public ValidateOptionsResult Validate(string? name, HubSpotOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(HubSpotOptions options) =>
        [.. Api(options), .. Credentials(options), .. Webhooks(options), .. Limits(options)];

    private static IEnumerable<string> Api(HubSpotOptions options)
    {
        if (!IsSafe(options.BaseAddress))
        {
            yield return "HubSpot, 'BaseAddress': the token would travel in the clear. Use an absolute https address.";
        }
        else if (options.BaseAddress.AbsolutePath != "/" || options.BaseAddress.Query.Length > 0)
        {
            yield return "HubSpot, 'BaseAddress': it holds a path or a query, which the adapter adds itself. Give scheme and host alone.";
        }

        if (!Enum.IsDefined(options.ApiVersion))
        {
            yield return $"HubSpot, 'ApiVersion': {options.ApiVersion} is no version known here. Use Dated202609 or V3.";
        }

        if (options.ExternalIdProperty is { } property && !IsPropertyName(property))
        {
            yield return "HubSpot, 'ExternalIdProperty': it is no internal name. Use lower-case letters, digits and '_', as in the property's settings.";
        }

        if (!IsPropertyName(options.ActivityKeyProperty))
        {
            yield return "HubSpot, 'ActivityKeyProperty': it is no internal name. Use lower-case letters, digits and '_'; the default is 'crm_mapping_key'.";
        }
    }

    private static IEnumerable<string> Credentials(HubSpotOptions options)
    {
        if (options.AccessToken is { } token && (token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            yield return "HubSpot, 'AccessToken': it is empty or holds a space or line end. Copy the token again, or check that its configuration key is set.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId) != string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "HubSpot, 'ClientId' and 'ClientSecret': one is there without the other. Set both, from the app's Auth page, or neither.";
        }
    }

    private static IEnumerable<string> Webhooks(HubSpotOptions options)
    {
        if (options.PublicUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http") || url.Query.Length > 0))
        {
            yield return "HubSpot, 'PublicUrl': it is no absolute web address without a query. Use the one that HubSpot calls, such as https://hooks.example.com.";
        }

        if ((options.Signatures & ~(HubSpotSignatures.V1 | HubSpotSignatures.V2 | HubSpotSignatures.V3)) != 0)
        {
            yield return "HubSpot, 'Signatures': a version is not known here. Combine V1, V2 and V3.";
        }

        if (options.ReplayWindow <= TimeSpan.Zero || options.ReplayWindow > TimeSpan.FromHours(1))
        {
            yield return "HubSpot, 'ReplayWindow': it lies outside of what is safe. Use more than zero and at most an hour; HubSpot says 5 minutes.";
        }
    }

    private static IEnumerable<string> Limits(HubSpotOptions options)
    {
        if (options.SearchLag < TimeSpan.Zero || options.SearchLag > TimeSpan.FromHours(1))
        {
            yield return "HubSpot, 'SearchLag': it is negative or longer than an hour. The default is 30 seconds.";
        }

        if (options.RequestTimeout < TimeSpan.FromSeconds(1) || options.RequestTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "HubSpot, 'RequestTimeout': it is below a second or above ten minutes. The default is 30 seconds.";
        }

        if (options.Patience < TimeSpan.Zero)
        {
            yield return "HubSpot, 'Patience': it is negative. Use zero to wait for nothing; the default is 2 minutes.";
        }

        if (options.RequestsPerTenSeconds < 1 || options.SearchesPerSecond < 1)
        {
            yield return "HubSpot, 'RequestsPerTenSeconds' and 'SearchesPerSecond': with less than 1 nothing could be sent. The defaults are 100 and 5.";
        }
    }

    private static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));

    private static bool IsPropertyName(string name) =>
        name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}

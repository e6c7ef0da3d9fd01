using Microsoft.Extensions.Options;

namespace CrmMapping.Pipedrive;

/// <summary>Finds every mistake of the options at once.</summary>
internal sealed class PipedriveOptionsValidator : IValidateOptions<PipedriveOptions>
{
    public ValidateOptionsResult Validate(string? name, PipedriveOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(PipedriveOptions options) =>
        [.. Api(options), .. Credentials(options), .. Webhooks(options), .. Limits(options)];

    private static IEnumerable<string> Api(PipedriveOptions options)
    {
        foreach (var (key, address) in new[] { ("BaseAddress", options.BaseAddress), ("OAuthAddress", options.OAuthAddress) })
        {
            if (!PipedriveAddress.IsSafe(address))
            {
                yield return $"Pipedrive, '{key}': the token would travel in the clear. Use an absolute https address.";
            }
            else if (address.AbsolutePath != "/" || address.Query.Length > 0)
            {
                yield return $"Pipedrive, '{key}': it holds a path or a query, which the adapter adds itself. Give scheme and host alone.";
            }
        }

        if (options.ExternalIdField is { } field && !PersonKey.IsCustom(field))
        {
            yield return "Pipedrive, 'ExternalIdField': it is no key of a custom field. Use the 40 hexadecimal digits that the field's settings show.";
        }
    }

    private static IEnumerable<string> Credentials(PipedriveOptions options)
    {
        if (options.ApiToken is { } token && (token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            yield return "Pipedrive, 'ApiToken': it is empty or holds a space or line end. Copy the token again, or check that its configuration key is set.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId) != string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "Pipedrive, 'ClientId' and 'ClientSecret': one is there without the other. Set both, from the app's OAuth page, or neither.";
        }
    }

    private static IEnumerable<string> Webhooks(PipedriveOptions options)
    {
        if (string.IsNullOrEmpty(options.WebhookUser) != string.IsNullOrEmpty(options.WebhookPassword))
        {
            yield return "Pipedrive, 'WebhookUser' and 'WebhookPassword': one is there without the other. Set both, as given when the webhook was made, or neither.";
        }

        if (options.WebhookUser?.Contains(':', StringComparison.Ordinal) == true)
        {
            yield return "Pipedrive, 'WebhookUser': it holds a colon, which ends the name in basic authentication. Choose a name without one.";
        }
    }

    private static IEnumerable<string> Limits(PipedriveOptions options)
    {
        if (options.SearchLag < TimeSpan.Zero || options.SearchLag > TimeSpan.FromHours(1))
        {
            yield return "Pipedrive, 'SearchLag': it is negative or longer than an hour. The default is 30 seconds.";
        }

        if (options.RequestTimeout < TimeSpan.FromSeconds(1) || options.RequestTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "Pipedrive, 'RequestTimeout': it is below a second or above ten minutes. The default is 30 seconds.";
        }

        if (options.Patience < TimeSpan.Zero)
        {
            yield return "Pipedrive, 'Patience': it is negative. Use zero to wait for nothing; the default is 2 minutes.";
        }

        if (options.RequestsPerTwoSeconds < 1 || options.SearchesPerTwoSeconds < 1)
        {
            yield return "Pipedrive, 'RequestsPerTwoSeconds' and 'SearchesPerTwoSeconds': with less than 1 nothing could be sent. The defaults are 20 and 10.";
        }
    }
}

using Microsoft.Extensions.Options;

namespace CrmMapping;

/// <summary>Checks the options of webhooks, all of them at once.</summary>
internal sealed class CrmWebhookOptionsValidator : IValidateOptions<CrmWebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, CrmWebhookOptions options)
    {
        List<string> mistakes = [.. MistakesOf(options)];
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> MistakesOf(CrmWebhookOptions options)
    {
        if (options.PublicUrl is { } url && !IsPlain(url))
        {
            yield return $"'PublicUrl' is no address that a CRM can call. Give the scheme http or https and a host, without query, such as https://example.com.";
        }

        if (options.MaxBodyBytes is < 1024 or > 64 * 1024 * 1024)
        {
            yield return $"'MaxBodyBytes' is {options.MaxBodyBytes}. Give from 1024 to 67108864 bytes.";
        }

        if (options.RetryAfter < TimeSpan.FromSeconds(1) || options.RetryAfter > TimeSpan.FromHours(1))
        {
            yield return $"'RetryAfter' is {options.RetryAfter}. Give from one second to an hour.";
        }
    }

    private static bool IsPlain(Uri url) =>
        url.IsAbsoluteUri && url.Scheme is "http" or "https" && url.Host.Length > 0
        && url is { Query: "", Fragment: "", UserInfo: "" };
}

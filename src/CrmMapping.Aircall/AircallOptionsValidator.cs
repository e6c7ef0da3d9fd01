using Microsoft.Extensions.Options;

namespace CrmMapping.Aircall;

/// <summary>Finds every mistake of the options at once.</summary>
internal sealed class AircallOptionsValidator : IValidateOptions<AircallOptions>
{
    public ValidateOptionsResult Validate(string? name, AircallOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(AircallOptions options) => [.. Api(options), .. Limits(options)];

    private static IEnumerable<string> Api(AircallOptions options)
    {
        if (!IsSafe(options.BaseAddress))
        {
            yield return "Aircall, 'BaseAddress': the key would travel in the clear. Use an absolute https address.";
        }
        else if (options.BaseAddress.AbsolutePath != "/" || options.BaseAddress.Query.Length > 0)
        {
            yield return "Aircall, 'BaseAddress': it holds a path or a query, which the adapter adds itself. Give scheme and host alone.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId) != string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "Aircall, 'ClientId' and 'ClientSecret': one is there without the other. Set both, from the app's OAuth page, or neither.";
        }
    }

    private static IEnumerable<string> Limits(AircallOptions options)
    {
        if (options.RequestsPerMinute < 1)
        {
            yield return "Aircall, 'RequestsPerMinute': with less than 1 nothing could be sent. The default is 60.";
        }

        if (options.RequestTimeout < TimeSpan.FromSeconds(1) || options.RequestTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "Aircall, 'RequestTimeout': it is below a second or above ten minutes. The default is 30 seconds.";
        }

        if (options.Patience < TimeSpan.Zero)
        {
            yield return "Aircall, 'Patience': it is negative. Use zero to wait for nothing; the default is 2 minutes.";
        }
    }

    private static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));
}

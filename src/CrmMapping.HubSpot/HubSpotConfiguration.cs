using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CrmMapping.HubSpot;

/// <summary>Takes the options from a configuration section; what cannot be read is a mistake at start-up.</summary>
internal sealed class HubSpotConfiguration(IConfiguration section)
{
    public void Apply(HubSpotBuilder builder)
    {
        if (section[nameof(HubSpotOptions.AccessToken)] is { } token)
        {
            builder.UseAccessToken(token);
        }

        builder.Configure(options =>
        {
            options.ClientId = section[nameof(options.ClientId)] ?? options.ClientId;
            options.ClientSecret = section[nameof(options.ClientSecret)] ?? options.ClientSecret;
            options.ExternalIdProperty = section[nameof(options.ExternalIdProperty)] ?? options.ExternalIdProperty;
            options.WebhookSecret = section[nameof(options.WebhookSecret)] ?? options.WebhookSecret;
            options.BaseAddress = Read(nameof(options.BaseAddress), options.BaseAddress, Address);
            options.PublicUrl = Read(nameof(options.PublicUrl), options.PublicUrl, Address);
            options.ApiVersion = Read(nameof(options.ApiVersion), options.ApiVersion, Enum.Parse<HubSpotApiVersion>);
            options.Signatures = Read(nameof(options.Signatures), options.Signatures, Enum.Parse<HubSpotSignatures>);
            options.ReplayWindow = Read(nameof(options.ReplayWindow), options.ReplayWindow, Span);
            options.SearchLag = Read(nameof(options.SearchLag), options.SearchLag, Span);
            options.RequestTimeout = Read(nameof(options.RequestTimeout), options.RequestTimeout, Span);
            options.Patience = Read(nameof(options.Patience), options.Patience, Span);
            options.RequestsPerTenSeconds = Read(nameof(options.RequestsPerTenSeconds), options.RequestsPerTenSeconds, Number);
            options.SearchesPerSecond = Read(nameof(options.SearchesPerSecond), options.SearchesPerSecond, Number);
        });
    }

    private static Uri Address(string text) => new(text, UriKind.RelativeOrAbsolute);

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private T Read<T>(string key, T standard, Func<string, T> parse)
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return standard;
        }

        try
        {
            return parse(text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException)
        {
            throw new Microsoft.Extensions.Options.OptionsValidationException(
                key, typeof(HubSpotOptions), [$"HubSpot, '{key}': its configured text cannot be read. See {nameof(HubSpotOptions)}.{key} for what it takes."]);
        }
    }
}

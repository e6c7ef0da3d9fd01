using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CrmMapping.HighLevel;

/// <summary>Takes the options from a configuration section; what cannot be read is a mistake at start-up.</summary>
internal sealed class HighLevelConfiguration(IConfiguration section)
{
    public void Apply(HighLevelBuilder builder)
    {
        if (section[nameof(HighLevelOptions.PrivateToken)] is { } token)
        {
            builder.UsePrivateToken(token, section[nameof(HighLevelOptions.LocationId)]);
        }

        builder.Configure(options =>
        {
            options.LocationId = section[nameof(options.LocationId)] ?? options.LocationId;
            options.ClientId = section[nameof(options.ClientId)] ?? options.ClientId;
            options.ClientSecret = section[nameof(options.ClientSecret)] ?? options.ClientSecret;
            options.WebhookKey = section[nameof(options.WebhookKey)] ?? options.WebhookKey;
            options.OlderWebhookKey = section[nameof(options.OlderWebhookKey)] ?? options.OlderWebhookKey;
            options.BelievesOlderSignature = Read(nameof(options.BelievesOlderSignature), options.BelievesOlderSignature, bool.Parse);
            options.BaseAddress = Read(nameof(options.BaseAddress), options.BaseAddress, Address);
            options.ReplayWindow = Read(nameof(options.ReplayWindow), options.ReplayWindow, Span);
            options.SearchLag = Read(nameof(options.SearchLag), options.SearchLag, Span);
            options.RequestTimeout = Read(nameof(options.RequestTimeout), options.RequestTimeout, Span);
            options.Patience = Read(nameof(options.Patience), options.Patience, Span);
            options.RequestsPerTenSeconds = Read(nameof(options.RequestsPerTenSeconds), options.RequestsPerTenSeconds, Number);
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
                key, typeof(HighLevelOptions), [$"HighLevel, '{key}': its configured text cannot be read. See {nameof(HighLevelOptions)}.{key} for what it takes."]);
        }
    }
}

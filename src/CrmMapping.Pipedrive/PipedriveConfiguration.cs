using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CrmMapping.Pipedrive;

/// <summary>Takes the options from a configuration section; what cannot be read is a mistake at start-up.</summary>
internal sealed class PipedriveConfiguration(IConfiguration section)
{
    public void Apply(PipedriveBuilder builder)
    {
        if (section[nameof(PipedriveOptions.ApiToken)] is { } token)
        {
            builder.UseApiToken(token);
        }

        builder.Configure(options =>
        {
            options.ClientId = section[nameof(options.ClientId)] ?? options.ClientId;
            options.ClientSecret = section[nameof(options.ClientSecret)] ?? options.ClientSecret;
            options.ExternalIdField = section[nameof(options.ExternalIdField)] ?? options.ExternalIdField;
            options.WebhookUser = section[nameof(options.WebhookUser)] ?? options.WebhookUser;
            options.WebhookPassword = section[nameof(options.WebhookPassword)] ?? options.WebhookPassword;
            options.BaseAddress = Read(nameof(options.BaseAddress), options.BaseAddress, Address);
            options.OAuthAddress = Read(nameof(options.OAuthAddress), options.OAuthAddress, Address);
            options.SearchLag = Read(nameof(options.SearchLag), options.SearchLag, Span);
            options.RequestTimeout = Read(nameof(options.RequestTimeout), options.RequestTimeout, Span);
            options.Patience = Read(nameof(options.Patience), options.Patience, Span);
            options.RequestsPerTwoSeconds = Read(nameof(options.RequestsPerTwoSeconds), options.RequestsPerTwoSeconds, Number);
            options.SearchesPerTwoSeconds = Read(nameof(options.SearchesPerTwoSeconds), options.SearchesPerTwoSeconds, Number);
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
                key, typeof(PipedriveOptions), [$"Pipedrive, '{key}': its configured text cannot be read. See {nameof(PipedriveOptions)}.{key} for what it takes."]);
        }
    }
}

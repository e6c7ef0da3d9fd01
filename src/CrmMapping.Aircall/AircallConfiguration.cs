using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CrmMapping.Aircall;

/// <summary>Takes the options from a configuration section; what cannot be read is a mistake at start-up.</summary>
internal sealed class AircallConfiguration(IConfiguration section)
{
    public void Apply(AircallOptions options)
    {
        options.ClientId = section[nameof(options.ClientId)] ?? options.ClientId;
        options.ClientSecret = section[nameof(options.ClientSecret)] ?? options.ClientSecret;
        options.BaseAddress = Read(nameof(options.BaseAddress), options.BaseAddress, static text => new Uri(text, UriKind.RelativeOrAbsolute));
        options.RequestsPerMinute = Read(nameof(options.RequestsPerMinute), options.RequestsPerMinute, Number);
        options.RequestTimeout = Read(nameof(options.RequestTimeout), options.RequestTimeout, Span);
        options.Patience = Read(nameof(options.Patience), options.Patience, Span);
    }

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
            throw new OptionsValidationException(
                key, typeof(AircallOptions), [$"Aircall, '{key}': its configured text cannot be read. See {nameof(AircallOptions)}.{key} for what it takes."]);
        }
    }
}

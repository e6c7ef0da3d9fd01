using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CrmMapping.Salesforce;

/// <summary>Takes the options from a configuration section; what cannot be read is a mistake at start-up.</summary>
internal sealed class SalesforceConfiguration(IConfiguration section)
{
    public void Apply(SalesforceBuilder builder)
    {
        var grant = Read(nameof(SalesforceOptions.Grant), SalesforceGrant.RefreshToken, Enum.Parse<SalesforceGrant>);
        if (grant == SalesforceGrant.ClientCredentials)
        {
            builder.UseClientCredentials(Read(nameof(SalesforceOptions.LoginAddress), new SalesforceOptions().LoginAddress, Address), Id, Secret);
        }
        else if (grant == SalesforceGrant.JwtBearer)
        {
            builder.UseJwtBearer(Id, section[nameof(SalesforceOptions.Username)], section[nameof(SalesforceOptions.PrivateKey)]);
        }

        builder.Configure(options =>
        {
            options.ClientId = Id ?? options.ClientId;
            options.ClientSecret = Secret ?? options.ClientSecret;
            options.ExternalIdField = section[nameof(options.ExternalIdField)] ?? options.ExternalIdField;
            options.WebhookToken = section[nameof(options.WebhookToken)] ?? options.WebhookToken;
            options.LoginAddress = Read(nameof(options.LoginAddress), options.LoginAddress, Address);
            options.SavesDuplicates = Read(nameof(options.SavesDuplicates), options.SavesDuplicates, bool.Parse);
            options.BulkThreshold = Read(nameof(options.BulkThreshold), options.BulkThreshold, Number);
            options.ChangeOverlap = Read(nameof(options.ChangeOverlap), options.ChangeOverlap, Span);
            options.RequestTimeout = Read(nameof(options.RequestTimeout), options.RequestTimeout, Span);
            options.Patience = Read(nameof(options.Patience), options.Patience, Span);
            options.RequestsAtOnce = Read(nameof(options.RequestsAtOnce), options.RequestsAtOnce, Number);
        });
    }

    private string? Id => section[nameof(SalesforceOptions.ClientId)];

    private string? Secret => section[nameof(SalesforceOptions.ClientSecret)];

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
                key, typeof(SalesforceOptions), [$"Salesforce, '{key}': its configured text cannot be read. See {nameof(SalesforceOptions)}.{key} for what it takes."]);
        }
    }
}

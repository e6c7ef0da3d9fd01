using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace CrmMapping.Salesforce;

/// <summary>Finds every mistake of the options at once.</summary>
internal sealed class SalesforceOptionsValidator : IValidateOptions<SalesforceOptions>
{
    private const int ShortestToken = 20;

    public ValidateOptionsResult Validate(string? name, SalesforceOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(SalesforceOptions options) =>
        [.. Api(options), .. Outcomes(options), .. Credentials(options), .. Limits(options)];

    private static IEnumerable<string> Api(SalesforceOptions options)
    {
        if (!ServerAddress.IsSafe(options.LoginAddress))
        {
            yield return "Salesforce, 'LoginAddress': secrets would travel in the clear. Use an absolute https address.";
        }
        else if (options.LoginAddress.AbsolutePath != "/" || options.LoginAddress.Query.Length > 0)
        {
            yield return "Salesforce, 'LoginAddress': it holds a path or a query, which the adapter adds itself. Give scheme and host alone.";
        }

        if (options.ExternalIdField is { } field && !Soql.IsName(field))
        {
            yield return "Salesforce, 'ExternalIdField': it is no API name. Use the one in the field's settings, such as 'Host_Id__c'.";
        }

        if (options.WebhookToken is { } token && (token.Length < ShortestToken || token.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            yield return $"Salesforce, 'WebhookToken': it is shorter than {ShortestToken} characters or holds a space. Use a long random text.";
        }
    }

    private static IEnumerable<string> Outcomes(SalesforceOptions options)
    {
        var outcomes = options.CallOutcomes ?? [];
        if (outcomes.Any(static outcome => string.IsNullOrWhiteSpace(outcome) || outcome.Length > TaskText.MostOfSubject)
            || outcomes.Distinct(StringComparer.Ordinal).Count() < outcomes.Count)
        {
            yield return $"Salesforce, 'CallOutcomes': one is blank, longer than {TaskText.MostOfSubject} characters, or named twice. Name each outcome once.";
        }
    }

    private static IEnumerable<string> Credentials(SalesforceOptions options)
    {
        if (!Enum.IsDefined(options.Grant))
        {
            yield return $"Salesforce, 'Grant': {options.Grant} is no way to buy tokens. Use RefreshToken, ClientCredentials or JwtBearer.";
        }

        if (options.Grant == SalesforceGrant.JwtBearer)
        {
            if (string.IsNullOrWhiteSpace(options.ClientId) || string.IsNullOrWhiteSpace(options.Username))
            {
                yield return "Salesforce, 'ClientId' and 'Username': a JWT names both. Set the app's consumer key and the user that approved it.";
            }

            if (!IsKey(options.PrivateKey))
            {
                yield return "Salesforce, 'PrivateKey': it is no RSA key in PEM of 2048 bits or more. Give the private key whose certificate the app holds.";
            }
        }
        else if (string.IsNullOrWhiteSpace(options.ClientId) != string.IsNullOrWhiteSpace(options.ClientSecret)
            || (options.Grant == SalesforceGrant.ClientCredentials && string.IsNullOrWhiteSpace(options.ClientId)))
        {
            yield return "Salesforce, 'ClientId' and 'ClientSecret': one or both are missing. Set both, the app's consumer key and secret.";
        }

        if (options.Grant == SalesforceGrant.ClientCredentials && options.LoginAddress?.Host is "login.salesforce.com" or "test.salesforce.com")
        {
            yield return "Salesforce, 'LoginAddress': client credentials are not taken there. Use the org's My Domain, such as https://acme.my.salesforce.com.";
        }
    }

    private static IEnumerable<string> Limits(SalesforceOptions options)
    {
        if (options.BulkThreshold < RecordsApi.MaxBatch)
        {
            yield return $"Salesforce, 'BulkThreshold': it is below {RecordsApi.MaxBatch}, which one request takes without a job. The default is 2000.";
        }

        if (options.BulkPullThreshold < RecordsApi.MaxRead)
        {
            yield return $"Salesforce, 'BulkPullThreshold': it is below {RecordsApi.MaxRead}, which one query gives without a job. The default is 20000.";
        }

        if (options.ChangeOverlap < TimeSpan.Zero || options.ChangeOverlap > TimeSpan.FromDays(1))
        {
            yield return "Salesforce, 'ChangeOverlap': it is negative or longer than a day. The default is 10 minutes.";
        }

        if (options.RequestTimeout < TimeSpan.FromSeconds(1) || options.RequestTimeout > TimeSpan.FromMinutes(10))
        {
            yield return "Salesforce, 'RequestTimeout': it is below a second or above ten minutes. The default is 2 minutes.";
        }

        if (options.Patience < TimeSpan.Zero)
        {
            yield return "Salesforce, 'Patience': it is negative. Use zero to wait for nothing; the default is 2 minutes.";
        }

        if (options.RequestsAtOnce < 1)
        {
            yield return "Salesforce, 'RequestsAtOnce': with less than 1 nothing could be sent. The default is 5.";
        }
    }

    private static bool IsKey(string? pem)
    {
        try
        {
            using var key = JwtAssertion.ReadKey(pem ?? "");
            return key.KeySize >= 2048;
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}

using System.Net;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Puts Salesforce's refusals of whole requests into words: what is wrong and what to do.</summary>
internal static class SalesforceRefusals
{
    /// <summary>Puts the refusal of one part of a request into an exception that says what to do.</summary>
    public static CrmException Of(string connection, string request, CompositePart part, ReadOnlySpan<byte> json)
    {
        if (part.Status is 0 or >= 500)
        {
            return new CrmException(CrmFailure.Passing, connection, $"Salesforce did not carry out a part of '{request}'. It is asked again later by itself.");
        }

        var (failure, message) = Explain(request, (HttpStatusCode)part.Status, part.Of(json));
        return new CrmException(failure, connection, message);
    }

    public static RefusalMeaning Explain(string request, HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var errors = SalesforceError.ReadAll(body);
        var codes = Codes(errors);
        return status switch
        {
            HttpStatusCode.Unauthorized when errors.Any(static error => error.Code == "INVALID_SESSION_ID" && !error.Says("not valid for use with")) => new(
                CrmFailure.Credentials,
                $"Salesforce does not accept the session ({codes}). Connect the account again, or check the app's approval."),
            HttpStatusCode.Unauthorized => new(
                CrmFailure.Credentials,
                $"Salesforce does not let the app use its REST API ({codes}). Check the scope 'api' and the policies of the app, then connect again."),
            _ when errors.Any(static error => error.Code is "API_DISABLED_FOR_ORG" or "API_CURRENTLY_DISABLED") => new(
                CrmFailure.Permission,
                $"The org's edition or the user's profile does not allow the API ({codes}). Give the user 'API Enabled'."),
            _ when errors.Any(static error => error.Code is "INVALID_FIELD" or "INVALID_TYPE") => new(
                CrmFailure.Refused,
                $"Salesforce knows no such field or object in '{request}' ({codes}), or hides it from the user. Check the mapping and the field-level security."),
            HttpStatusCode.Forbidden => new(
                CrmFailure.Permission,
                $"Salesforce does not allow '{request}' ({codes}). Check the permissions of the integration user."),
            HttpStatusCode.NotFound => new(
                CrmFailure.Refused, $"Salesforce has nothing at the address of '{request}' ({codes}). Check what was deleted or renamed in the org."),
            _ => new(
                CrmFailure.Refused, $"Salesforce refused '{request}' with {(int)status} ({codes}). Check the mapped fields against the org's."),
        };
    }

    private static string Codes(IReadOnlyList<SalesforceError> errors)
    {
        var codes = string.Join(", ", errors.Select(static error => SalesforceError.CodeOrNone(error.Code)).Distinct());
        return codes.Length > 0 ? codes : "without a code";
    }
}

using System.Net;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Puts Pipedrive's refusals of whole requests into words: what is wrong and what to do.</summary>
internal static class PipedriveRefusals
{
    public static RefusalMeaning Explain(string request, CrmResponse response) => response.Status switch
    {
        HttpStatusCode.Unauthorized => new(
            CrmFailure.Credentials,
            "Pipedrive does not accept the token. Connect the account again, or put a valid token in place."),
        HttpStatusCode.PaymentRequired => new(
            CrmFailure.Permission,
            $"Pipedrive does not allow '{request}', as the company's subscription does not (402). Check its plan and invoices."),
        HttpStatusCode.Forbidden => new(
            CrmFailure.Permission,
            $"Pipedrive does not allow '{request}'. Check the app's scopes ({Scope(request)}) and what the user who connected may see and do."),
        HttpStatusCode.NotFound => new(
            CrmFailure.Refused,
            $"Pipedrive knows no such address for '{request}'. Check BaseAddress."),
        _ => new(
            CrmFailure.Refused,
            $"Pipedrive refused '{request}' with {(int)response.Status}. Check the mapped fields against the company's."),
    };

    private static string Scope(string request) => request switch
    {
        _ when request.Contains("field", StringComparison.Ordinal) => "contact-fields:full",
        _ when request.StartsWith("search", StringComparison.Ordinal) => "search:read",
        _ when request.Contains("user", StringComparison.Ordinal) || request.Contains("owner", StringComparison.Ordinal) => "users:read",
        _ => "contacts:full",
    };
}

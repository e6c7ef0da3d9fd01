using System.Net;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Puts HubSpot's refusals of whole requests into words: what is wrong and what to do.</summary>
internal static class HubSpotRefusals
{
    public static RefusalMeaning Explain(string request, CrmResponse response)
    {
        var refusal = HubSpotRefusal.Read(response.Body.Span);
        return response.Status switch
        {
            HttpStatusCode.Unauthorized => new(
                CrmFailure.Credentials,
                $"HubSpot does not accept the access token: {refusal.Summary}. Connect the account again, or put a valid token in place."),
            HttpStatusCode.Forbidden => new(CrmFailure.Permission, Missing(request, refusal)),
            HttpStatusCode.NotFound => new(
                CrmFailure.Refused,
                $"HubSpot knows no such address for '{request}': {refusal.Summary}. Check BaseAddress and ApiVersion."),
            _ => new(
                CrmFailure.Refused,
                $"HubSpot refused '{request}' with {(int)response.Status}: {refusal.Summary}. Check the mapped properties against the account's."),
        };
    }

    private static string Missing(string request, HubSpotRefusal refusal)
    {
        var scopes = refusal.MissingScopes.Where(IsScope).Distinct().ToList();
        return scopes.Count > 0
            ? $"HubSpot does not allow '{request}': the scope {string.Join(", ", scopes.Select(scope => $"'{scope}'"))} is missing. Grant it to the app and connect again."
            : $"HubSpot does not allow '{request}': {refusal.Summary}. Check the app's scopes and the account's subscription.";
    }

    private static bool IsScope(string text) =>
        text.Length is > 0 and <= 100 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}

using System.Net;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Puts HighLevel's refusals of whole requests into words: what is wrong and what to do.</summary>
internal static class HighLevelRefusals
{
    public static RefusalMeaning Explain(string request, CrmResponse response)
    {
        var refusal = HighLevelRefusal.Read(response.Body.Span);
        return response.Status switch
        {
            HttpStatusCode.Unauthorized => new(
                CrmFailure.Credentials,
                refusal.Says("location")
                    ? $"HighLevel's token does not open the location ({refusal.Summary}). Connect the location itself, not its agency, and check LocationId."
                    : $"HighLevel does not accept the token ({refusal.Summary}). Connect the account again, or put a valid private integration token in place."),
            HttpStatusCode.Forbidden => new(
                CrmFailure.Permission,
                refusal.Says("access to this")
                    ? $"HighLevel does not allow '{request}': the token is of another location ({refusal.Summary}). Check the location's id, or connect the account again."
                    : $"HighLevel does not allow '{request}' ({refusal.Summary}). Grant the scope{Scope(request)} to the app or the private integration, and connect again."),
            HttpStatusCode.NotFound => new(
                CrmFailure.Refused,
                $"HighLevel knows nothing at the address of '{request}' ({refusal.Summary}). Check BaseAddress and the location's id."),
            _ => new(
                CrmFailure.Refused,
                $"HighLevel refused '{request}' with {(int)response.Status} ({refusal.Summary}). Check the mapped fields against the location's."),
        };
    }

    private static string Scope(string request) => request switch
    {
        Requests.Describe => " 'locations/customFields.readonly'",
        Requests.CreateField => " 'locations/customFields.write'",
        Requests.ReadLocation => " 'locations.readonly'",
        Requests.ReadUsers => " 'users.readonly'",
        Requests.Create or Requests.Update or Requests.Delete or Requests.AddTags or Requests.RemoveTags => " 'contacts.write'",
        _ => " 'contacts.readonly'",
    };
}

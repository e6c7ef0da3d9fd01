using System.Net;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Aircall;

/// <summary>Puts Aircall's refusals of whole requests into words: what is wrong and what to do.</summary>
/// <remarks>Aircall's own sentences may hold values, so only whose words they are is told.</remarks>
internal static class AircallRefusals
{
    public static RefusalMeaning Explain(string request, CrmResponse response) => response.Status switch
    {
        // Aircall says so only where there are no credentials at all, and 403 where they are wrong; it knows no permissions of a key.
        HttpStatusCode.Unauthorized => new(
            CrmFailure.Credentials,
            $"Aircall saw no credentials with '{request}' (401). A proxy between takes them away, or they were never set: set the API key, or connect the account again."),
        HttpStatusCode.Forbidden => new(
            CrmFailure.Credentials,
            $"Aircall does not accept the key or token with which '{request}' was asked (403). Check that the API key's id and token belong together and were not deleted, "
            + "or connect the account again."),
        HttpStatusCode.NotFound => new(
            CrmFailure.Refused, $"Aircall knows nothing at the address of '{request}' (404). Check BaseAddress."),
        _ => new(
            CrmFailure.Refused,
            $"Aircall refused '{request}' with {(int)response.Status}{(IsAircalls(response) ? "" : ", in words that are not its own")}. "
            + "If it stays so, the adapter does not know this version of the API."),
    };

    // The application says 'error', the edge before it 'message'.
    private static bool IsAircalls(CrmResponse response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && (document.RootElement.TryGetProperty("error", out _) || document.RootElement.TryGetProperty("message", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

using System.Text;
using System.Text.Json;

namespace CrmMapping.Http;

/// <summary>Writes and reads what all OAuth servers agree on when a refresh token buys an access token.</summary>
public static class OAuthGrant
{
    /// <summary>Composes the request: a form in the body, never an address that holds secrets.</summary>
    /// <param name="path">The token endpoint's path.</param>
    /// <param name="form">The form's fields.</param>
    /// <returns>The request.</returns>
    public static CrmRequest Ask(string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        var fields = form.Select(static field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}");
        return new CrmRequest
        {
            Name = "refresh the access token",
            Method = HttpMethod.Post,
            Path = path,
            Body = Encoding.UTF8.GetBytes(string.Join('&', fields)),
            ContentType = "application/x-www-form-urlencoded",
            IsAuthorized = false,
        };
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>What it says; null when it is not of the form that OAuth servers use.</returns>
    public static OAuthAnswer? Read(CrmResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        try
        {
            return JsonSerializer.Deserialize(response.Body.Span, OAuthJson.Default.OAuthAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

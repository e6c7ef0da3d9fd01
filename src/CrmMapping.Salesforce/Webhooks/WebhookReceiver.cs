using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace CrmMapping.Salesforce;

/// <summary>Verifies outbound messages and relayed change events, and reads the genuine ones.</summary>
/// <remarks>
/// Salesforce signs neither. What proves them is a secret that an admin gave to Salesforce or to the relay, in the address or as a
/// bearer token, both of which travel encrypted; and the id of an org that is connected. They only say what to read again: no value of
/// them is taken.
/// </remarks>
internal sealed class WebhookReceiver(SalesforceOptions options)
{
    private const string Bearer = "Bearer ";

    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        if (Refuse(request) is { } reason)
        {
            return Refused(reason);
        }

        try
        {
            var news = request.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? ChangeEvents.Read(request.Body) : OutboundMessage.Read(request.Body);
            var meant = connections.Where(connection => connection.AccountId is null || RecordId.IsSame(connection.AccountId, news.OrganizationId)).ToList();
            return meant.Count == 0
                ? Refused("It comes from an org that is not connected.")
                : new WebhookReading { Verdict = WebhookVerdict.Genuine, Notices = [.. meant.SelectMany(connection => news.Notices(connection.Name))] };
        }
        catch (Exception malformed) when (malformed is XmlException or JsonException)
        {
            return new WebhookReading { Verdict = WebhookVerdict.Malformed, Reason = "The body is neither an outbound message nor a change event of Salesforce." };
        }
    }

    private static WebhookReading Refused(string reason) => new() { Verdict = WebhookVerdict.Refused, Reason = reason };

    private string? Refuse(in WebhookRequest request)
    {
        if (string.IsNullOrEmpty(options.WebhookToken))
        {
            return "No secret is configured for messages of Salesforce. Call UseWebhooks(token).";
        }

        if (request.Method != "POST")
        {
            return "Messages of Salesforce are posted.";
        }

        var header = request.Header("Authorization");
        var token = header?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true ? header[Bearer.Length..] : Token(request.Url);
        return token is not null && IsSame(token, options.WebhookToken) ? null : "Neither the address nor a header carries the token, or it is a wrong one.";
    }

    private static bool IsSame(string left, string right) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(left)), SHA256.HashData(Encoding.UTF8.GetBytes(right)));

    private static string? Token(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? null : url[(query + 1)..].Split('#')[0].Split('&').Select(static pair => pair.Split('=', 2))
            .Where(static pair => pair is ["token", _]).Select(static pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault();
    }
}

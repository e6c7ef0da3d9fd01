using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace CrmMapping.Salesforce;

/// <summary>Verifies outbound messages and reads the genuine ones.</summary>
/// <remarks>
/// Salesforce signs nothing. What proves a message is a secret in the address that an admin gave to Salesforce, which travels
/// encrypted, and the id of an org that is connected. It only says what to read again: no value of it is taken.
/// </remarks>
internal sealed class OutboundMessageReceiver(SalesforceOptions options)
{
    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        if (Refuse(request) is { } reason)
        {
            return new WebhookReading { Verdict = WebhookVerdict.Refused, Reason = reason };
        }

        try
        {
            var message = OutboundMessage.Read(request.Body);
            var meant = connections.Where(connection => connection.AccountId is null || RecordId.IsSame(connection.AccountId, message.OrganizationId)).ToList();
            return meant.Count == 0
                ? new WebhookReading { Verdict = WebhookVerdict.Refused, Reason = "The message comes from an org that is not connected." }
                : new WebhookReading { Verdict = WebhookVerdict.Genuine, Notices = [.. meant.SelectMany(connection => message.Notices(connection.Name))] };
        }
        catch (XmlException)
        {
            return new WebhookReading { Verdict = WebhookVerdict.Malformed, Reason = "The body is no outbound message of Salesforce." };
        }
    }

    private string? Refuse(in WebhookRequest request)
    {
        if (string.IsNullOrEmpty(options.WebhookToken))
        {
            return "No secret is configured for outbound messages. Call UseOutboundMessages(token).";
        }

        if (request.Method != "POST")
        {
            return "Outbound messages are posted.";
        }

        return Token(request.Url) is { } token && IsSame(token, options.WebhookToken) ? null : "The address carries no token, or a wrong one.";
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

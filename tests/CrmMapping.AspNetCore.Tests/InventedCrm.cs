using System.Security.Cryptography;
using System.Text;

namespace CrmMapping.AspNetCore.Tests;

/// <summary>A CRM that signs method, address and body, and sends the ids of contacts that changed: <c>changed 7 8</c>.</summary>
internal sealed class InventedCrm(string kind) : ICrmAdapter, IReceivesNotices
{
    public const string Signature = "X-Invented-Signature";

    private const string Start = "changed ";

    public string Kind => kind;

    public CrmTraits Traits { get; } = new();

    public static string Sign(string url, string body, string secret = "secret") =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"POST{url}{body}")));

    public ICrmSession Open(Connection connection) => throw new NotSupportedException("These tests open no account.");

    public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections)
    {
        var body = Encoding.UTF8.GetString(request.Body.Span);
        if (request.Header("x-invented-signature") != Sign(request.Url, body))
        {
            return new WebhookReading { Verdict = WebhookVerdict.Refused, Reason = "The signature is wrong." };
        }

        if (!body.StartsWith(Start, StringComparison.Ordinal))
        {
            return new WebhookReading { Verdict = WebhookVerdict.Malformed, Reason = "The body tells of no change." };
        }

        var notices = connections.SelectMany(c => body[Start.Length..].Split(' ').Select(id => new Notice { Connection = c.Name, Side = SyncSide.Crm, Id = id }));
        return new WebhookReading { Verdict = WebhookVerdict.Genuine, Notices = [.. notices] };
    }
}

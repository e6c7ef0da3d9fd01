using System.Text.Json;

namespace CrmMapping.Aircall;

/// <summary>Verifies webhooks and reads the genuine ones.</summary>
/// <remarks>
/// Each webhook holds the call as it was when it was put together, so that it may come late, twice or in any order. What it says of tags are those that
/// the call bears by then: a removal is told by their absence. Messages are passed over, as Aircall does not document what tells of them.
/// </remarks>
internal static class WebhookReceiver
{
    public static CallReading Read(
        ReadOnlyMemory<byte> body, IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)> accounts)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, accounts);
        }
        catch (JsonException)
        {
            return Refused("The webhook's body is no JSON, so that it carries no token.");
        }
    }

    private static CallReading Read(
        JsonElement body, IReadOnlyList<(TelephonyAccount Account, TelephonyCredentials Credentials)> accounts)
    {
        if (Text(body, "token") is not { Length: > 0 } token)
        {
            return Refused("The webhook carries no token.");
        }

        if (WebhookOrigin.Find(token, accounts) is not { } account)
        {
            return Refused("The webhook's token is none of an account. Add the token that Aircall gave when the webhook was made to the account's WebhookTokens.");
        }

        if (Text(body, "event") is not { } name)
        {
            return Malformed(account, "The webhook names no event.");
        }

        return CallEvents.Describes(name)
            ? ReadCall(account, name, body)
            : new CallReading { Verdict = WebhookVerdict.Genuine, Account = account };
    }

    private static CallReading ReadCall(string account, string name, JsonElement body)
    {
        try
        {
            var told = body.Deserialize(AircallJson.Default.WireEvent) ?? throw new JsonException("The webhook is null.");
            var call = told.Data.ToCall(
                WireTime.Read(told.Timestamp), isComplete: name is CallEvents.Ended or CallEvents.VoicemailLeft, hasVoicemail: name is CallEvents.VoicemailLeft);
            return new CallReading { Verdict = WebhookVerdict.Genuine, Account = account, Calls = call is null ? [] : [call] };
        }
        catch (JsonException)
        {
            // What was met stays out: it may quote the webhook.
            return Malformed(account, "The webhook describes no call that can be understood.");
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static CallReading Refused(string reason) => new() { Verdict = WebhookVerdict.Refused, Reason = reason };

    private static CallReading Malformed(string account, string reason) =>
        new() { Verdict = WebhookVerdict.Malformed, Account = account, Reason = reason };
}

using System.Text;

namespace CrmMapping;

/// <summary>Words what people read of a call or message in a CRM.</summary>
internal static class ActivityText
{
    public static string TitleOf(PhoneCall call) => call.Situation switch
    {
        CallSituation.OutboundAnswered => "Outbound call, answered",
        CallSituation.OutboundUnanswered => "Outbound call, not answered",
        CallSituation.OutboundBusy => "Outbound call, busy",
        CallSituation.OutboundWrongNumber => "Outbound call, wrong number",
        CallSituation.InboundAnswered => "Inbound call, answered",
        CallSituation.InboundMissed => "Inbound call, missed",
        CallSituation.InboundVoicemail => "Inbound call, voicemail",
        _ => throw new ArgumentException("The call goes on.", nameof(call)),
    };

    /// <summary>Gives what users noted on a call, line by line; empty where there is nothing.</summary>
    public static string BodyOf(PhoneCall call)
    {
        var body = new StringBuilder();
        Add(body, "User: ", call.UserName ?? call.UserEmail);
        Add(body, "Tags: ", call.Tags.Count == 0 ? null : string.Join(", ", call.Tags));
        foreach (var comment in call.Comments)
        {
            Add(body, "", comment);
        }

        return body.ToString();
    }

    public static string TitleOf(TextMessage message) =>
        message.Direction == CallDirection.Inbound ? "Inbound text message" : "Outbound text message";

    private static void Add(StringBuilder body, string before, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            body.Append(body.Length > 0 ? "\n" : "").Append(before).Append(text.Trim());
        }
    }
}

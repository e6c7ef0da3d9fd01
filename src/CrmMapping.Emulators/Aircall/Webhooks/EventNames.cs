namespace CrmMapping.Emulators.Aircall;

/// <summary>Lists the events that a webhook can be told.</summary>
internal static class EventNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. "created ringing_on_agent agent_declined answered transferred external_transferred unsuccessful_transfer hungup ended hold unhold ivr_option_selected comm_assets_generated voicemail_left assigned archived tagged untagged commented"
            .Split(' ').Select(static word => $"call.{word}"),
        "contact.created", "contact.updated", "contact.deleted", "number.created", "number.opened", "number.closed", "number.deleted",
        "user.created.v2", "user.opened.v2", "user.closed.v2", "user.deleted.v2", "message.sent", "message.received", "message.status_updated",
    ];
}

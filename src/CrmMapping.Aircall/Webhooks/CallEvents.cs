using System.Collections.Frozen;

namespace CrmMapping.Aircall;

/// <summary>Knows the events that describe a call as a whole.</summary>
/// <remarks>There is none of a missed call: that one is told as any other, without an answer.</remarks>
internal static class CallEvents
{
    public const string Ended = "call.ended";

    public const string VoicemailLeft = "call.voicemail_left";

    private static readonly FrozenSet<string> Known = new[]
    {
        "call.created", "call.ringing_on_agent", "call.agent_declined", "call.answered", "call.transferred", "call.external_transferred",
        "call.unsuccessful_transfer", "call.hungup", Ended, "call.hold", "call.unhold", "call.ivr_option_selected", VoicemailLeft,
        "call.assigned", "call.archived", "call.tagged", "call.untagged", "call.commented",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Describes(string name) => Known.Contains(name);
}

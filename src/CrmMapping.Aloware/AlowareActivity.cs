using NodaTime;

namespace CrmMapping.Aloware;

/// <summary>Puts what a contact's calls and messages add up to into the fields that track them.</summary>
public static class AlowareActivity
{
    /// <summary>Sets every field that tracks calls and messages; what it held before counts no more.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="activity">What its calls and messages add up to.</param>
    /// <param name="zone">The account's zone, in whose calendar dates and times of day are read.</param>
    public static void Apply(AlowareContact contact, ContactActivity activity, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(zone);
        ApplyMessages(contact, activity, zone);
        ApplyCalls(contact, activity, zone);
        contact.LastInboundEngagementAt = activity.LastInbound?.At;
        contact.LastOutboundEngagementAt = activity.LastOutbound?.At;
        contact.LastEngagementAt = Later(activity.LastInbound?.At, activity.LastOutbound?.At);
        contact.FirstInboundEngagementAt = activity.FirstInboundAt;
        contact.FirstOutboundEngagementAt = activity.FirstOutboundAt;
    }

    private static void ApplyMessages(AlowareContact contact, ContactActivity activity, DateTimeZone zone)
    {
        var (inbound, outbound) = (activity.InboundMessages, activity.OutboundMessages);
        (contact.TotalInboundTextMessages, contact.TotalOutboundTextMessages) = (inbound.Count, outbound.Count);
        (contact.LastInboundTextMessage, contact.LastOutboundTextMessage) = (inbound.Last?.Text, outbound.Last?.Text);
        (contact.LastInboundTextMessageAt, contact.LastOutboundTextMessageAt) = (In(zone, inbound.LastAt), In(zone, outbound.LastAt));
        (contact.FirstInboundTextMessageAt, contact.FirstOutboundTextMessageAt) = (inbound.FirstAt, outbound.FirstAt);
    }

    private static void ApplyCalls(AlowareContact contact, ContactActivity activity, DateTimeZone zone)
    {
        var (inbound, outbound) = (activity.InboundCalls, activity.OutboundCalls);
        (contact.TotalInboundCalls, contact.TotalOutboundCalls) = (inbound.Count, outbound.Count);
        (contact.LastInboundCallAt, contact.LastOutboundCallAt) = (In(zone, inbound.LastAt), In(zone, outbound.LastAt));
        (contact.FirstInboundCallAt, contact.FirstOutboundCallAt) = (inbound.FirstAt, outbound.FirstAt);
        (contact.LastInboundCallDisposition, contact.LastOutboundCallDisposition) = (inbound.Last?.Text, outbound.Last?.Text);
        contact.LastCallDisposition = activity.LastCall?.Text;
    }

    private static OffsetDateTime? In(DateTimeZone zone, Instant? at) => at?.InZone(zone).ToOffsetDateTime();

    private static Instant? Later(Instant? one, Instant? other) => one is null || other > one ? other : one;
}

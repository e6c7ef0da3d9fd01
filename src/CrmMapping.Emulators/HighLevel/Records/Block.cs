namespace CrmMapping.Emulators.HighLevel;

/// <summary>Says whether a channel is blocked: <c>active</c> means that do-not-disturb is on, <c>permanent</c> that the contact said so.</summary>
internal sealed record Block(string Status, string? Message, string? Code)
{
    public static string[] Channels { get; } = ["Call", "Email", "SMS", "WhatsApp", "GMB", "FB", "RCS"];

    public static string[] Statuses { get; } = ["active", "inactive", "permanent"];

    public static string[] InboundStatuses { get; } = ["active", "inactive"];
}

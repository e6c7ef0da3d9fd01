namespace CrmMapping.HubSpot;

/// <summary>Describes a kind of activity as HubSpot's API names it.</summary>
/// <param name="Name">The object's name in addresses.</param>
/// <param name="ToContact">The number that HubSpot gives to its link with a contact.</param>
internal sealed record ActivityKind(string Name, int ToContact)
{
    public static ActivityKind Calls { get; } = new("calls", 194);

    public static ActivityKind Messages { get; } = new("communications", 81);
}

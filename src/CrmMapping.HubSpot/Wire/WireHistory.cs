namespace CrmMapping.HubSpot;

/// <summary>Contacts with the history of properties, as HubSpot sends them.</summary>
internal sealed record WireHistory
{
    public string? Id { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<WireChange>?>? PropertiesWithHistory { get; init; }

    internal sealed record WireChange
    {
        public DateTimeOffset? Timestamp { get; init; }
    }
}

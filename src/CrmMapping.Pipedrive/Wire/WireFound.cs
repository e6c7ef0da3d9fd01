namespace CrmMapping.Pipedrive;

/// <summary>A page of what a search found, as Pipedrive sends it.</summary>
internal sealed record WireFound
{
    public required WireItems Data { get; init; }

    public WirePaging? AdditionalData { get; init; }

    internal sealed record WireItems
    {
        public required IReadOnlyList<WireItem?> Items { get; init; }
    }

    internal sealed record WireItem
    {
        public WirePerson? Item { get; init; }
    }

    internal sealed record WirePerson
    {
        public long? Id { get; init; }
    }
}

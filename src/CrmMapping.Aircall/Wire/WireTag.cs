namespace CrmMapping.Aircall;

/// <summary>A tag as Aircall sends it.</summary>
internal sealed record WireTag
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public CallTag ToTag() => new(Id, Name);
}

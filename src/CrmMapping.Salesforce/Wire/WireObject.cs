namespace CrmMapping.Salesforce;

/// <summary>An object's description as Salesforce sends it.</summary>
internal sealed record WireObject
{
    public required IReadOnlyList<WireField?> Fields { get; init; }

    public bool? Createable { get; init; }

    public bool? Updateable { get; init; }

    public bool? Deletable { get; init; }
}

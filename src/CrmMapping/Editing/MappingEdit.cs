namespace CrmMapping;

/// <summary>Says what an admin decided of the mapping of one local field; the rest is as code ships it.</summary>
public sealed record MappingEdit
{
    /// <summary>Gets the local field's key.</summary>
    public required string Local { get; init; }

    /// <summary>Gets what was done.</summary>
    public MappingEditKind Kind { get; init; }

    /// <summary>Gets the key of the CRM field that was chosen.</summary>
    /// <value>Null where the one that code ships stays; never null for an added mapping.</value>
    public string? Crm { get; init; }

    /// <summary>Gets the direction that was chosen.</summary>
    /// <value>Null where the one that code ships stays; never null for an added mapping.</value>
    public SyncDirection? Direction { get; init; }

    /// <summary>Gets whether the edit says nothing, so that the mapping is as code ships it.</summary>
    internal bool IsEmpty => this is { Kind: MappingEditKind.Changed, Crm: null, Direction: null };

    internal bool IsWhole => Local is { Length: > 0 }
        && Direction is null or (>= SyncDirection.ToCrm and <= SyncDirection.Bidirectional)
        && Kind switch
        {
            MappingEditKind.Changed => true,
            MappingEditKind.Deleted => Crm is null && Direction is null,
            MappingEditKind.Added => Crm is { Length: > 0 } && Direction is not null,
            _ => false,
        };

    /// <summary>Shows the edit in a line.</summary>
    /// <returns>For example <c>Changed FirstName ← nickname</c>.</returns>
    public override string ToString() => string.Join(
        ' ', new[] { Kind.ToString(), Local, Direction?.Arrow, Crm }.Where(static part => part is not null));
}

namespace CrmMapping;

/// <summary>Describes a field that is offered for choice, and what may be done with it.</summary>
public sealed record FieldChoice
{
    /// <summary>Gets the field.</summary>
    public required FieldDescriptor Field { get; init; }

    /// <summary>Gets the marker: prohibited, with the mapping that holds the field, or nothing.</summary>
    public FieldMarker Marker { get; init; }

    /// <summary>Gets the directions in which a mapping could run.</summary>
    /// <value>Empty when the field cannot be chosen.</value>
    public EquatableArray<SyncDirection> Directions { get; init; }

    /// <summary>Gets why the field cannot be chosen, or why not every direction is possible.</summary>
    /// <value>Null when every direction is possible.</value>
    public string? Explanation { get; init; }

    /// <summary>Gets whether the field can be chosen.</summary>
    public bool IsAvailable => Directions.Count > 0;

    /// <summary>Shows the choice in a line.</summary>
    /// <returns>For example <c>createdate  ←  'createdate' is read-only …</c>.</returns>
    public override string ToString() => string.Join(
        "  ", new[] { Field.Key, Marker.ToString(), string.Concat(Directions.Select(static d => d.Arrow)), Explanation }.Where(static part => part is { Length: > 0 }));
}

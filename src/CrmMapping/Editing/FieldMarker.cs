namespace CrmMapping;

/// <summary>Says what to show beside a field that is offered for choice.</summary>
/// <param name="HeldBy">The mapping that holds the field already; null when it is free.</param>
public readonly record struct FieldMarker(FieldMapping? HeldBy)
{
    /// <summary>Gets whether the field cannot be chosen, as a mapping holds it: shown as 🚫.</summary>
    public bool IsProhibited => HeldBy is not null;

    /// <summary>Shows the marker with the mapping that holds the field.</summary>
    /// <returns>For example <c>🚫 FirstName ↔ firstname</c>; empty when the field is free.</returns>
    public override string ToString() => HeldBy is null ? "" : $"🚫 {HeldBy.Pair}";
}

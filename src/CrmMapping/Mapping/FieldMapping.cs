namespace CrmMapping;

/// <summary>Pairs a local field with a CRM field and says how values flow between them.</summary>
/// <remarks>Immutable; two mappings that say the same are equal.</remarks>
public sealed record FieldMapping
{
    /// <summary>Gets the local field.</summary>
    public required FieldDescriptor Local { get; init; }

    /// <summary>Gets the CRM field: as the CRM describes it, or, before it was asked, as far as the map's author said.</summary>
    public required FieldDescriptor Crm { get; init; }

    /// <summary>Gets the CRM field that is created, on request, in an account that lacks it; null when none is.</summary>
    /// <value>
    /// The field under the name that the map gives it. It belongs under <see cref="Group"/>, and where the mapping allows → alone people
    /// should not edit it by hand, as far as the CRM can see to that.
    /// </value>
    public FieldDescriptor? SetUp { get; init; }

    /// <summary>Gets how far an admin may change the mapping.</summary>
    public MappingCategory Category { get; init; } = MappingCategory.Open;

    /// <summary>Gets which managed field this is, if any.</summary>
    public SpecialField Special { get; init; }

    /// <summary>Gets the heading under which the mapping is listed; null when it has none.</summary>
    public string? Group { get; init; }

    /// <summary>Gets whether the field tracks activity, and so follows the connection's activity tracking setting.</summary>
    public bool TracksActivity { get; init; }

    /// <summary>Gets who added the mapping.</summary>
    public MappingOrigin Origin { get; init; } = MappingOrigin.Developer;

    /// <summary>Gets the direction in force.</summary>
    public SyncDirection Direction { get; init; } = SyncDirection.Bidirectional;

    /// <summary>Gets the directions an admin may choose from.</summary>
    public EquatableArray<SyncDirection> AllowedDirections { get; init; } = SyncDirections.All;

    /// <summary>Gets who decided the direction.</summary>
    public MappingOrigin DirectionOrigin { get; init; } = MappingOrigin.Developer;

    /// <summary>Gets who decided the CRM field.</summary>
    public MappingOrigin TargetOrigin { get; init; } = MappingOrigin.Developer;

    /// <summary>Gets who wins when both sides changed.</summary>
    /// <value>The default is <see cref="ConflictPolicy.CrmWins"/>, or what the map says for all its fields.</value>
    public ConflictPolicy Conflict { get; init; } = ConflictPolicy.CrmWins;

    /// <summary>Gets what a blank on the local side may do to a value in the CRM.</summary>
    public BlankRule BlankToCrm { get; init; }

    /// <summary>Gets what a blank in the CRM may do to a value on the local side.</summary>
    public BlankRule BlankToLocal { get; init; }

    /// <summary>Gets when the mapping writes.</summary>
    public WriteRule Writes { get; init; }

    /// <summary>Gets whether a value too long for its target is cut at a character boundary instead of being an issue.</summary>
    public bool Truncates { get; init; }

    /// <summary>Gets whether drift on the side that a one-way mapping writes to is written back.</summary>
    public bool Enforces { get; init; }

    /// <summary>Gets the converter between the two sides' canonical values; null when a value means the same on both.</summary>
    public IFieldConverter? Converter { get; init; }

    /// <summary>Gets the keys of the local fields from which the local value is computed, so that their times are its times.</summary>
    public EquatableArray<string> ChangedBy { get; init; }

    /// <summary>Gets the text of the condition under which the mapping writes; null when it always does.</summary>
    public string? Condition { get; init; }

    /// <summary>Gets the condition itself, a <c>Func&lt;TContact, bool&gt;</c>.</summary>
    internal Delegate? ConditionCode { get; init; }

    /// <summary>Gets, in a few words each, what the mapping says beside its fields and direction.</summary>
    internal IReadOnlyList<string> Details =>
    [
        .. Said(Conflict != ConflictPolicy.CrmWins && Direction == SyncDirection.Bidirectional, $"resolve {Conflict}"),
        .. Said(Writes == WriteRule.FillWhenBlank, "fill when blank"),
        .. Said(Writes == WriteRule.OnCreateOnly, "on create only"),
        .. Said(BlankToCrm == BlankRule.Never && BlankToLocal == BlankRule.Never, "keep when blank"),
        .. Said(Truncates, "truncate"),
        .. Said(Enforces, "enforce"),
        .. Said(Converter is not null, $"convert {Converter}"),
        .. Said(Condition is not null, $"when {Condition}"),
    ];

    /// <summary>Draws the mapping as a line, local side left.</summary>
    /// <returns>For example <c>MobilePhone ↔ mobilephone  when c => !c.DoNotCall</c>.</returns>
    public override string ToString() =>
        string.Join("  ", [this.Pair, .. Said(Category == MappingCategory.Locked, MappingMarker.Locked.Symbol), .. Details]);

    private static string[] Said(bool isSaid, string words) => isSaid ? [words] : [];
}

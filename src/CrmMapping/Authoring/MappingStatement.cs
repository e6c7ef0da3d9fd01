namespace CrmMapping;

/// <summary>Holds what was said of a mapping, right or wrong, until it is built.</summary>
internal sealed class MappingStatement(string expression, LocalField? field, Condition? block) : FieldStatement(expression, field)
{
    public SpecialField Special { get; set; }

    /// <summary>Gets or sets the CRM field; null when <c>To</c> was not said.</summary>
    public string? CrmField { get; set; }

    public bool IsLocked { get; set; }

    public SyncDirection? Direction { get; set; }

    public IReadOnlyList<SyncDirection>? Allowed { get; set; }

    public ConflictPolicy? Conflict { get; set; }

    public IFieldConverter? Converter { get; set; }

    public BlankRule BlankToCrm { get; set; }

    public BlankRule BlankToLocal { get; set; }

    public WriteRule Writes { get; set; }

    public bool Truncates { get; set; }

    public bool Enforces { get; set; }

    public bool TracksActivity { get; set; }

    public string? Group { get; set; }

    /// <summary>Gets or sets the field that is created where the account lacks it; null when none is.</summary>
    public FieldDescriptor? SetUp { get; set; }

    /// <summary>Gets the properties of <c>ChangedBy</c>: as written, and their names; the name is null when there is none.</summary>
    public List<(string Expression, string? Property)> ChangedBy { get; } = [];

    public Condition? Condition { get; set; } = block;
}

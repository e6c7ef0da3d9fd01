namespace CrmMapping;

/// <summary>Holds the mappings of one kind of record: what a map means, checked and never changing.</summary>
/// <remarks>Compares by value; prints as the table an admin would draw. Safe to share between threads.</remarks>
public sealed record MappingSet
{
    /// <summary>Gets the map's name, which errors and screens show.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the kind of CRM record.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the number of the saved version.</summary>
    /// <value>The default is 0: never saved, so the map is as code ships it.</value>
    public int Version { get; init; }

    /// <summary>Gets the mappings in the order in which they were written, those that an admin added last.</summary>
    public required EquatableArray<FieldMapping> Mappings { get; init; }

    /// <summary>Gets the local fields that are offered to admins but not mapped.</summary>
    public EquatableArray<FieldDescriptor> OfferedFields { get; init; }

    /// <summary>Gets who wins when both sides changed a field whose mapping says nothing of its own.</summary>
    public ConflictPolicy Conflict { get; init; } = ConflictPolicy.CrmWins;

    /// <summary>Gets the account's fields as the CRM last described them.</summary>
    /// <value>Empty before the CRM was asked.</value>
    public EquatableArray<FieldDescriptor> CrmFields { get; internal init; }

    /// <summary>Gets the names that stand for the CRM's fields beside their own. Not part of what the set means.</summary>
    internal EquatableArray<FieldAlias> CrmAliases { get; init; }

    /// <summary>Gets what the set was made from; null when it is as code ships it. Not part of what it means.</summary>
    internal MappingSource? Source { get; init; }

    /// <summary>Finds the mapping that holds a local field.</summary>
    /// <param name="localKey">The local field's key.</param>
    /// <returns>The mapping, or null.</returns>
    public FieldMapping? FindByLocal(string localKey) => Find(static m => m.Local.Key, localKey);

    /// <summary>Finds the mapping that holds a CRM field.</summary>
    /// <param name="crmKey">The CRM field's key.</param>
    /// <returns>The mapping, or null.</returns>
    public FieldMapping? FindByCrm(string crmKey) => Find(static m => m.Crm.Key, crmKey);

    /// <summary>Begins a draft of this map for an admin to edit; this set stays as it is.</summary>
    /// <returns>The draft.</returns>
    /// <exception cref="InvalidOperationException">The set's mappings were changed by hand after an admin's edits were applied.</exception>
    public MappingDraft Edit() => MappingDraft.Of(this);

    /// <summary>Tells what to show beside a mapping: locked, removable, or nothing.</summary>
    /// <param name="mapping">A mapping of this set.</param>
    /// <returns>The marker.</returns>
    public MappingMarker Marker(FieldMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return mapping switch
        {
            { Category: MappingCategory.Locked } => MappingMarker.Locked,
            { MayBeDeleted: true } when !IsLastMatchKey(mapping) => MappingMarker.Removable,
            _ => MappingMarker.None,
        };
    }

    /// <summary>Tells what to show beside a field that is offered for choice: prohibited where a mapping holds it already.</summary>
    /// <param name="field">The field.</param>
    /// <param name="side">The side that the field is of.</param>
    /// <returns>The marker, with the mapping that holds the field.</returns>
    public FieldMarker Marker(FieldDescriptor field, SyncSide side)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new FieldMarker(side == SyncSide.Local ? FindByLocal(field.Key) : FindByCrm(field.Key));
    }

    /// <summary>Says why a mapping rests under the CRM's fields as last described.</summary>
    /// <param name="mapping">A mapping of this set.</param>
    /// <returns>The cause and what to do; null when the mapping runs, and before the CRM was asked.</returns>
    public MappingSuspension? Suspension(FieldMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return CrmFields.Count == 0 ? null : MappingFit.Suspension(mapping, CrmFields.Any(field => field.Key == mapping.Crm.Key));
    }

    /// <summary>Compares what two sets mean; what they were made from does not count.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>True when both mean the same.</returns>
    public bool Equals(MappingSet? other) => other is not null
        && Name == other.Name
        && RecordType == other.RecordType
        && Version == other.Version
        && Conflict == other.Conflict
        && Mappings == other.Mappings
        && OfferedFields == other.OfferedFields
        && CrmFields == other.CrmFields;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, RecordType, Version, Mappings);

    /// <summary>Draws the map as a table, a mapping a line, with 🔒 beside what is locked and 🗑️ beside what may be deleted.</summary>
    /// <returns>The text, with the name first.</returns>
    public override string ToString() => MappingTable.Of(this);

    /// <summary>Makes the same set with each CRM field as the CRM describes it now.</summary>
    internal MappingSet Described(IReadOnlyList<FieldDescriptor> crmFields) => this with
    {
        CrmFields = crmFields.ToEquatableArray(),
        Mappings = new CrmFieldNames(crmFields, CrmAliases).Describe(Mappings),
    };

    /// <summary>Tells whether records could be matched no more without a mapping.</summary>
    internal bool IsLastMatchKey(FieldMapping mapping) =>
        mapping.IsMatchKey && !Mappings.Any(other => other.IsMatchKey && other.Local.Key != mapping.Local.Key);

    private FieldMapping? Find(Func<FieldMapping, string> key, string wanted)
    {
        foreach (var mapping in Mappings)
        {
            if (string.Equals(key(mapping), wanted, StringComparison.Ordinal))
            {
                return mapping;
            }
        }

        return null;
    }
}

using System.Text;

namespace CrmMapping;

/// <summary>Holds the mappings of one kind of record: what a map means, checked and never changing.</summary>
/// <remarks>Compares by value; prints as the table an admin would draw. Safe to share between threads.</remarks>
public sealed record MappingSet
{
    /// <summary>Gets the map's name, which errors and screens show.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the kind of CRM record.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the mappings in the order in which they were written.</summary>
    public required EquatableArray<FieldMapping> Mappings { get; init; }

    /// <summary>Gets the local fields that are offered to admins but not mapped.</summary>
    public EquatableArray<FieldDescriptor> OfferedFields { get; init; }

    /// <summary>Gets the account's fields as the CRM last described them.</summary>
    /// <value>Empty before the CRM was asked.</value>
    public EquatableArray<FieldDescriptor> CrmFields { get; internal init; }

    /// <summary>Gets the names that stand for the CRM's fields beside their own. Not part of what the set means.</summary>
    internal EquatableArray<FieldAlias> CrmAliases { get; init; }

    /// <summary>Finds the mapping that holds a local field.</summary>
    /// <param name="localKey">The local field's key.</param>
    /// <returns>The mapping, or null.</returns>
    public FieldMapping? FindByLocal(string localKey) => Find(static m => m.Local.Key, localKey);

    /// <summary>Finds the mapping that holds a CRM field.</summary>
    /// <param name="crmKey">The CRM field's key.</param>
    /// <returns>The mapping, or null.</returns>
    public FieldMapping? FindByCrm(string crmKey) => Find(static m => m.Crm.Key, crmKey);

    /// <summary>Says why a mapping rests under the CRM's fields as last described.</summary>
    /// <param name="mapping">A mapping of this set.</param>
    /// <returns>The cause and what to do; null when the mapping runs, and before the CRM was asked.</returns>
    public MappingSuspension? Suspension(FieldMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return CrmFields.Count == 0 ? null : MappingFit.Suspension(mapping, CrmFields.Any(field => field.Key == mapping.Crm.Key));
    }

    /// <summary>Compares what two sets mean; the names that stand for fields do not count.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>True when both mean the same.</returns>
    public bool Equals(MappingSet? other) => other is not null
        && Name == other.Name
        && RecordType == other.RecordType
        && Mappings == other.Mappings
        && OfferedFields == other.OfferedFields
        && CrmFields == other.CrmFields;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, RecordType, Mappings);

    /// <summary>Draws the map as a table, a mapping a line.</summary>
    /// <returns>The text, with the name first.</returns>
    public override string ToString()
    {
        var table = new StringBuilder(Name);
        foreach (var mapping in Mappings)
        {
            table.Append("\n  ").Append(mapping);
        }

        return table.ToString();
    }

    /// <summary>Makes the same set with each CRM field as the CRM describes it now.</summary>
    internal MappingSet Described(IReadOnlyList<FieldDescriptor> crmFields) => this with
    {
        CrmFields = crmFields.ToEquatableArray(),
        Mappings = new CrmFieldNames(crmFields, CrmAliases).Describe(Mappings),
    };

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

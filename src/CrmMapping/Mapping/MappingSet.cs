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

    /// <summary>Finds the mapping that holds a local field.</summary>
    /// <param name="localKey">The local field's key.</param>
    /// <returns>The mapping, or null.</returns>
    public FieldMapping? FindByLocal(string localKey) => Find(static m => m.Local.Key, localKey);

    /// <summary>Finds the mapping that holds a CRM field.</summary>
    /// <param name="crmKey">The CRM field's key.</param>
    /// <returns>The mapping, or null.</returns>
    public FieldMapping? FindByCrm(string crmKey) => Find(static m => m.Crm.Key, crmKey);

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

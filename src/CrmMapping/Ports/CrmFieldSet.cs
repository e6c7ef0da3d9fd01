namespace CrmMapping;

/// <summary>Says which fields of a kind of record are read and written, and gives each its ordinal.</summary>
/// <remarks>Made once for a map and used again for every call, so that adapters may keep what they derive from it.</remarks>
public sealed class CrmFieldSet
{
    /// <summary>Makes a field set.</summary>
    /// <param name="recordType">The kind of record.</param>
    /// <param name="fields">The fields; a field's place is its ordinal.</param>
    public CrmFieldSet(RecordType recordType, IEnumerable<FieldDescriptor> fields)
    {
        RecordType = recordType;
        Fields = fields.ToEquatableArray();
    }

    /// <summary>Gets the kind of record.</summary>
    public RecordType RecordType { get; }

    /// <summary>Gets the fields by ordinal.</summary>
    public EquatableArray<FieldDescriptor> Fields { get; }

    /// <summary>Gets how many fields there are.</summary>
    public int Count => Fields.Count;
}

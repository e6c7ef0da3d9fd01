using System.Text;

namespace CrmMapping.Pipedrive;

/// <summary>Holds the fields that stand in one property of a person.</summary>
internal sealed class PersonPlace
{
    public PersonPlace(string property, PersonKeyKind kind, IReadOnlyList<(string? Part, int Ordinal)> fields)
    {
        Property = property;
        Kind = kind;
        Name = Encoding.UTF8.GetBytes(property);
        Fields = fields;
        Main = fields.Where(static field => field.Part is null).Select(static field => field.Ordinal).DefaultIfEmpty(-1).First();
        Parts = [.. fields.Where(static field => field.Part is not null).Select(static field => (Encoding.UTF8.GetBytes(field.Part!), field.Ordinal))];
    }

    public string Property { get; }

    public PersonKeyKind Kind { get; }

    public ReadOnlyMemory<byte> Name { get; }

    public IReadOnlyList<(string? Part, int Ordinal)> Fields { get; }

    /// <summary>Gets the ordinal of the value itself; -1 where only parts of it are mapped.</summary>
    public int Main { get; }

    /// <summary>Gets the parts that are mapped.</summary>
    public IReadOnlyList<(byte[] Name, int Ordinal)> Parts { get; }

    /// <summary>Makes all of it blank.</summary>
    public void Clear(RecordBuffer values)
    {
        foreach (var (_, ordinal) in Fields)
        {
            values.SetBlank(ordinal);
        }
    }
}

using System.Buffers;
using System.Text.Json;

namespace CrmMapping;

/// <summary>Writes a map as JSON and reads it back, also into the map of another account.</summary>
/// <remarks>Safe to call from several threads, on a draft each.</remarks>
public static class MappingJson
{
    /// <summary>The format that is written, and the only one that is read.</summary>
    public const int FormatVersion = 1;

    /// <summary>The most bytes that are read.</summary>
    public const int MaxLength = 1024 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n" };

    /// <summary>Gets the JSON schema of the format, as text.</summary>
    public static string Schema => MappingJsonSchema.Text;

    /// <summary>Writes the mappings of a set.</summary>
    /// <param name="set">The set.</param>
    /// <returns>JSON in UTF-8, indented: every mapping by its fields and direction.</returns>
    public static byte[] Write(MappingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber(MappingFile.FormatVersion, FormatVersion);
            json.WriteString(MappingFile.Map, set.Name);
            json.WriteString(MappingFile.RecordType, set.RecordType.ToString());
            json.WriteStartArray(MappingFile.Mappings);
            foreach (var mapping in set.Mappings)
            {
                json.WriteStartObject();
                json.WriteString(MappingFile.Local, mapping.Local.Key);
                json.WriteString(MappingFile.Direction, mapping.Direction.ToString());
                json.WriteString(MappingFile.Crm, mapping.Crm.Key);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Takes a file of mappings into a draft, the whole file or nothing of it.</summary>
    /// <remarks>
    /// The file stands for the whole map: what it leaves out is deleted, and what the draft decided before is replaced. A mapping as code
    /// ships it is no edit.
    /// </remarks>
    /// <param name="utf8">The file; a byte order mark is skipped.</param>
    /// <param name="draft">The draft.</param>
    /// <returns>Accepted, or everything that is wrong with the file.</returns>
    public static MappingImport Read(ReadOnlyMemory<byte> utf8, MappingDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var refusals = new ImportRefusalList();
        var rows = new MappingFileReader(draft.Code.RecordType, refusals).Read(utf8);
        return refusals.Count > 0
            ? new MappingImport { Refusals = refusals.ToEquatableArray() }
            : new MappingImporter(draft, refusals).Import(rows);
    }
}

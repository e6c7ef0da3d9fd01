using System.Security.Cryptography;
using System.Text;

namespace CrmMapping;

/// <summary>Gives short names to texts and maps, the same for the same content in every process.</summary>
internal static class MapStamp
{
    private const int Length = 16;

    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];

    /// <summary>Gives the mark of a field that drifted, by which links are found that came to rest while it did.</summary>
    public static string MarkOf(string localKey) => $"!{Hash(localKey)[..6]}";

    public static string Of(MappingSet set, IReadOnlyList<MappingSuspension?> suspensions)
    {
        var text = new StringBuilder().Append(set.RecordType).Append('\n');
        for (var ordinal = 0; ordinal < set.Mappings.Count; ordinal++)
        {
            Append(text, set.Mappings[ordinal]);
            text.Append(suspensions[ordinal] is null ? '\n' : '!').Append('\n');
        }

        return Hash(text.ToString());
    }

    private static void Append(StringBuilder text, FieldMapping mapping)
    {
        Append(text, mapping.Local);
        Append(text, mapping.Crm);
        text.Append(mapping.Special).Append('\t')
            .Append(mapping.Category == MappingCategory.Locked).Append('\t')
            .Append(mapping.TracksActivity).Append('\t')
            .Append(mapping.Direction).Append('\t')
            .Append(mapping.Conflict).Append('\t')
            .Append(mapping.BlankToCrm).Append('\t')
            .Append(mapping.BlankToLocal).Append('\t')
            .Append(mapping.Writes).Append('\t')
            .Append(mapping.Truncates).Append('\t')
            .Append(mapping.Enforces).Append('\t')
            .Append(mapping.Converter).Append('\t')
            .AppendJoin(',', mapping.ChangedBy).Append('\t')
            .Append(mapping.Condition).Append('\t');
    }

    private static void Append(StringBuilder text, FieldDescriptor field)
    {
        text.Append(field.Key).Append('\t')
            .Append(field.Type).Append('\t')
            .Append(field.MaxLength).Append('\t')
            .Append(field.IsReadOnly).Append('\t')
            .Append(field.IsRequired).Append('\t')
            .Append(field.IsUnique).Append('\t')
            .Append(field.PartOf is null ? "" : $"{field.PartOf}\t");
        foreach (var option in field.Options)
        {
            text.Append(option.Value.Length).Append(':').Append(option.Value).Append(option.Hidden ? '-' : '+');
        }

        text.Append('\t');
    }
}

using System.Buffers.Text;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Finds values that their fields cannot hold, before they fail a request for all that stand beside them.</summary>
internal static class ValueCheck
{
    public static IReadOnlyList<FieldRefusal> Find(CrmFieldSet fields, PendingWrite write, ObjectSchema known)
    {
        List<FieldRefusal> refused = [];
        var values = write.Write.Values;
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            var key = fields.Fields[ordinal].Key;
            if (write.Writes(ordinal) && !values.IsBlank(ordinal) && Refuse(key, values[ordinal], known) is { } refusal)
            {
                refused.Add(refusal);
            }
        }

        return refused;
    }

    private static FieldRefusal? Refuse(string key, ReadOnlySpan<byte> text, ObjectSchema known)
    {
        if (AddressCodes.Find(key, known) is { } code)
        {
            return AddressCodes.CodeOf(code, text) is not null ? null : new FieldRefusal(
                key, IssueCode.NotAnOption, $"The org keeps a list for '{key}' and has no such entry. Use a name of the list, or its code.");
        }

        var type = known.Find(key)?.Type;
        return Fits(type, text) ? null : new FieldRefusal(key, IssueCode.NotConvertible, $"Salesforce's field is of the type '{type}', which takes no such value.");
    }

    private static bool Fits(string? type, ReadOnlySpan<byte> text) => type switch
    {
        "boolean" => text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8),
        "double" or "currency" or "percent" or "int" or "long" => Utf8Parser.TryParse(text, out decimal _, out var used) && used == text.Length,
        "date" => WireTime.IsDay(text),
        "datetime" => WireTime.IsTime(text),
        "time" => ClockTime.TryToUtc(text, out _),
        _ => true,
    };
}

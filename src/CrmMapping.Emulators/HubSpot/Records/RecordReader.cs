using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Reads values, the computed ones included.</summary>
internal static class RecordReader
{
    public static string? Value(Schema schema, CrmRecord record, int ordinal, Instant? asOf = null) => schema.ComputedOf(ordinal) switch
    {
        Computed.None => Stored(record, ordinal, asOf),
        Computed.ObjectId => record.Id.ToString(CultureInfo.InvariantCulture),
        Computed.Created => WireTime.Format(record.CreatedAt),
        Computed.Modified => WireTime.Format(asOf is { } time ? record.UpdatedAtOf(time) : record.UpdatedAt),
        Computed.EmailDomain => Stored(record, schema.Find(UniqueValues.Email), asOf) is { } email ? email[(email.LastIndexOf('@') + 1)..] : null,
        Computed.NationalPhone => NationalNumber.Of(Stored(record, schema.Find("phone"), asOf)),
        _ => NationalNumber.Of(Stored(record, schema.Find("mobilephone"), asOf)),
    };

    /// <summary>Reads a value that has an order as a number, without a detour over text where that can be avoided.</summary>
    public static decimal? Number(Schema schema, CrmRecord record, int ordinal, Instant asOf) => schema.ComputedOf(ordinal) switch
    {
        Computed.ObjectId => record.Id,
        Computed.Created => record.CreatedAt.ToUnixTimeMilliseconds(),
        Computed.Modified => record.UpdatedAtOf(asOf).ToUnixTimeMilliseconds(),
        _ => Value(schema, record, ordinal, asOf) is { } value ? SearchValue.Number(schema[ordinal], value) : null,
    };

    private static string? Stored(CrmRecord record, int ordinal, Instant? asOf)
    {
        if (ordinal < 0)
            return null;
        return asOf is { } time && record.UpdatedAt > time ? record.ValueAt(ordinal, time) : record[ordinal];
    }
}

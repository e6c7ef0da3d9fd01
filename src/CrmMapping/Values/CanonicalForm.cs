using System.Text;

namespace CrmMapping;

/// <summary>Writes a value the one way in which it is compared and kept, so that two spellings of it are no change.</summary>
internal static class CanonicalForm
{
    /// <summary>Writes a value in canonical form.</summary>
    /// <param name="type">What the field holds.</param>
    /// <param name="raw">The value as it was read, in UTF-8.</param>
    /// <param name="into">Takes the value.</param>
    /// <param name="ordinal">The value's ordinal.</param>
    /// <param name="context">What the form depends on.</param>
    /// <returns>False when the text is no value of the type; then the text itself is kept, without white space around it.</returns>
    public static bool TryWrite(
        FieldType type, ReadOnlySpan<byte> raw, RecordBuffer into, int ordinal, in CanonicalContext context)
    {
        if (Blanks.IsBlank(raw))
        {
            into.SetBlank(ordinal);
            return true;
        }

        if (type is FieldType.Text or FieldType.Url or FieldType.Picklist)
        {
            into.Set(ordinal, raw);
            return true;
        }

        var text = Blanks.Trim(raw);
        if (TryWriteTrimmed(type, type == FieldType.MultilineText ? raw : text, into, ordinal, context))
        {
            return true;
        }

        into.Set(ordinal, text);
        return false;
    }

    /// <summary>Puts a canonical value of one type into a field of another, if nothing of it is lost.</summary>
    /// <param name="value">The value, canonical for <paramref name="from"/>; empty when blank.</param>
    /// <param name="from">The type that the value has.</param>
    /// <param name="to">The type that is wanted.</param>
    /// <param name="into">Takes the value.</param>
    /// <param name="ordinal">The value's ordinal.</param>
    /// <param name="context">What the form depends on.</param>
    /// <returns>False when the value has no whole counterpart; then the text itself is kept.</returns>
    public static bool TryConvert(
        ReadOnlySpan<byte> value, FieldType from, FieldType to, RecordBuffer into, int ordinal, in CanonicalContext context)
    {
        if (value.IsEmpty || from == to)
        {
            into.Set(ordinal, value);
            return true;
        }

        if (HasCounterpart(value, from, to) && TryRespell(value, from, to, into, ordinal, context))
        {
            return true;
        }

        into.Set(ordinal, value);
        return false;
    }

    /// <summary>Puts a canonical value of one type into a field of another, if nothing of it is lost.</summary>
    /// <param name="value">The value, canonical for <paramref name="from"/>; blank and unknown stay what they are.</param>
    /// <param name="from">The type that the value has.</param>
    /// <param name="to">The type that is wanted.</param>
    /// <param name="context">What the form depends on.</param>
    /// <param name="converted">The value in its new form, or as it was where it has none.</param>
    /// <returns>False when the value has no whole counterpart.</returns>
    public static bool TryConvert(
        FieldValue value, FieldType from, FieldType to, in CanonicalContext context, out FieldValue converted)
    {
        converted = value;
        if (!value.HasValue || from == to)
        {
            return true;
        }

        var buffer = new RecordBuffer(1);
        var isWhole = TryConvert(Encoding.UTF8.GetBytes(value.Text!), from, to, buffer, 0, context);
        converted = buffer.Value(0);
        return isWhole;
    }

    /// <summary>Names the issue of a text that is no value of its type.</summary>
    public static IssueCode IssueOf(FieldType type) => type switch
    {
        FieldType.Email => IssueCode.InvalidEmail,
        FieldType.Phone => IssueCode.InvalidPhone,
        _ => IssueCode.NotConvertible,
    };

    private static bool HasCounterpart(ReadOnlySpan<byte> value, FieldType from, FieldType to) => (from, to) switch
    {
        (FieldType.MultiPicklist, FieldType.Picklist) => !value.Contains((byte)';'),
        (FieldType.DateTime, FieldType.TimeOfDay) => false,
        _ => TypeCompatibility.Of(from, to) != TypeFit.None,
    };

    private static bool TryRespell(
        ReadOnlySpan<byte> value, FieldType from, FieldType to, RecordBuffer into, int ordinal, in CanonicalContext context)
    {
        if ((from, to) is not (FieldType.Date, FieldType.DateTime))
        {
            return TryWrite(to, value, into, ordinal, context);
        }

        // A day is its midnight in UTC, as it is where CRMs keep days in fields of date and time.
        var midnight = "T00:00:00Z"u8;
        var room = into.Reserve(value.Length + midnight.Length);
        value.CopyTo(room);
        midnight.CopyTo(room[value.Length..]);
        into.Commit(ordinal, value.Length + midnight.Length);
        return true;
    }

    private static bool TryWriteTrimmed(
        FieldType type, ReadOnlySpan<byte> text, RecordBuffer into, int ordinal, in CanonicalContext context)
    {
        var room = into.Reserve(RoomFor(type, text.Length));
        int written;
        var isValid = type switch
        {
            FieldType.MultilineText => LineEnds.TryWrite(text, room, out written),
            FieldType.Number => CanonicalNumber.TryWrite(text, room, out written),
            FieldType.Boolean => CanonicalBoolean.TryWrite(text, room, out written),
            FieldType.Date => CanonicalTime.TryWriteDate(text, room, out written),
            FieldType.DateTime => CanonicalTime.TryWriteDateTime(text, room, out written),
            FieldType.TimeOfDay => CanonicalTime.TryWriteTimeOfDay(text, room, out written),
            FieldType.Email => CanonicalEmail.TryWrite(text, room, out written),
            FieldType.Phone => CanonicalPhone.TryWrite(text, context, room, out written),
            FieldType.MultiPicklist => CanonicalOptions.TryWrite(text, room, out written),
            _ => TryCopy(text, room, out written),
        };
        if (isValid)
        {
            into.Commit(ordinal, written);
        }

        return isValid;
    }

    private static int RoomFor(FieldType type, int length) => type switch
    {
        FieldType.Number => length + CanonicalNumber.MostZeros,
        FieldType.Phone => length + PhoneNumber.MaxLength,
        FieldType.Email => length * 2,
        _ => length + IsoText.LongestText,
    };

    private static bool TryCopy(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        text.CopyTo(room);
        written = text.Length;
        return true;
    }
}

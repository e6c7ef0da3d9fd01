namespace CrmMapping;

/// <summary>Writes a value the one way in which it is compared and kept, so that two spellings of it are no change.</summary>
internal static class CanonicalForm
{
    private const int PhoneRoom = 64;

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

    /// <summary>Names the issue of a text that is no value of its type.</summary>
    public static IssueCode IssueOf(FieldType type) => type switch
    {
        FieldType.Email => IssueCode.InvalidEmail,
        FieldType.Phone => IssueCode.InvalidPhone,
        _ => IssueCode.NotConvertible,
    };

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
        FieldType.Phone => length + PhoneRoom,
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

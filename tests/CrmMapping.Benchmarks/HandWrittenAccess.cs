using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NodaTime;

namespace CrmMapping.Benchmarks;

/// <summary>What one writes by hand to put one type into a record buffer in canonical form, and back.</summary>
internal static class HandWrittenAccess
{
    public static void Read(MixedContact contact, RecordBuffer into)
    {
        into.Reset(60);
        into.Set(0, contact.Phone.AsSpan());
        into.Set(1, contact.P01.AsSpan());
        into.Set(2, contact.P02.AsSpan());
        into.Set(3, contact.P03.AsSpan());
        into.Set(4, contact.P04.AsSpan());
        Write(contact.P05, into, 5);
        into.Set(6, contact.P06.AsSpan());
        into.Set(7, contact.P07.AsSpan());
        into.Set(8, contact.P08.AsSpan());
        into.Set(9, contact.P09.AsSpan());
        into.Set(10, contact.P10.AsSpan());
        into.Set(11, contact.P11.AsSpan());
        into.Set(12, contact.P12.AsSpan());
        into.Set(13, contact.P13.AsSpan());
        into.Set(14, contact.P14.AsSpan());
        Write(contact.P15, into, 15);
        into.Set(16, contact.P16.AsSpan());
        into.Set(17, contact.P17.AsSpan());
        into.Set(18, contact.P18.AsSpan());
        into.Set(19, contact.P19.AsSpan());
        into.Set(20, contact.P20.AsSpan());
        into.Set(21, contact.P21.AsSpan());
        into.Set(22, contact.P22.AsSpan());
        into.Set(23, contact.P23.AsSpan());
        into.Set(24, contact.P24.AsSpan());
        Write(contact.P25, into, 25);
        into.Set(26, contact.P26.AsSpan());
        into.Set(27, contact.P27.AsSpan());
        into.Set(28, contact.P28.AsSpan());
        into.Set(29, contact.P29.AsSpan());
        into.Set(30, contact.P30.AsSpan());
        into.Set(31, contact.P31.AsSpan());
        into.Set(32, contact.P32.AsSpan());
        into.Set(33, contact.P33.AsSpan());
        into.Set(34, contact.P34.AsSpan());
        Write(contact.P35, into, 35);
        into.Set(36, contact.P36.AsSpan());
        into.Set(37, contact.P37.AsSpan());
        into.Set(38, contact.P38.AsSpan());
        into.Set(39, contact.P39.AsSpan());
        into.Set(40, contact.P40.AsSpan());
        into.Set(41, contact.P41.AsSpan());
        into.Set(42, contact.P42.AsSpan());
        into.Set(43, contact.P43.AsSpan());
        into.Set(44, contact.P44.AsSpan());
        Write(contact.P45, into, 45);
        into.Set(46, contact.P46.AsSpan());
        into.Set(47, contact.P47.AsSpan());
        into.Set(48, contact.P48.AsSpan());
        into.Set(49, contact.P49.AsSpan());
        into.Set(50, contact.P50.AsSpan());
        into.Set(51, contact.P51.AsSpan());
        into.Set(52, contact.P52.AsSpan());
        into.Set(53, contact.P53.AsSpan());
        into.Set(54, contact.P54.AsSpan());
        Write(contact.P55, into, 55);
        into.Set(56, contact.P56.AsSpan());
        into.Set(57, contact.P57.AsSpan());
        into.Set(58, contact.P58.AsSpan());
        into.Set(59, contact.P59.AsSpan());
    }

    public static void Apply(MixedContact contact, RecordBuffer patch)
    {
        if (!patch.IsUnknown(0)) contact.Phone = patch.IsBlank(0) ? null : Encoding.UTF8.GetString(patch[0]);
        if (!patch.IsUnknown(1)) contact.P01 = patch.IsBlank(1) ? null : Encoding.UTF8.GetString(patch[1]);
        if (!patch.IsUnknown(2)) contact.P02 = patch.IsBlank(2) ? null : Encoding.UTF8.GetString(patch[2]);
        if (!patch.IsUnknown(3)) contact.P03 = patch.IsBlank(3) ? null : Encoding.UTF8.GetString(patch[3]);
        if (!patch.IsUnknown(4)) contact.P04 = patch.IsBlank(4) ? null : Encoding.UTF8.GetString(patch[4]);
        if (!patch.IsUnknown(5)) contact.P05 = patch[5].SequenceEqual("true"u8);
        if (!patch.IsUnknown(6)) contact.P06 = patch.IsBlank(6) ? null : Encoding.UTF8.GetString(patch[6]);
        if (!patch.IsUnknown(7)) contact.P07 = patch.IsBlank(7) ? null : Encoding.UTF8.GetString(patch[7]);
        if (!patch.IsUnknown(8)) contact.P08 = patch.IsBlank(8) ? null : Encoding.UTF8.GetString(patch[8]);
        if (!patch.IsUnknown(9)) contact.P09 = patch.IsBlank(9) ? null : Encoding.UTF8.GetString(patch[9]);
        if (!patch.IsUnknown(10)) contact.P10 = patch.IsBlank(10) ? null : Encoding.UTF8.GetString(patch[10]);
        if (!patch.IsUnknown(11)) contact.P11 = patch.IsBlank(11) ? null : Encoding.UTF8.GetString(patch[11]);
        if (!patch.IsUnknown(12)) contact.P12 = patch.IsBlank(12) ? null : Encoding.UTF8.GetString(patch[12]);
        if (!patch.IsUnknown(13)) contact.P13 = patch.IsBlank(13) ? null : Encoding.UTF8.GetString(patch[13]);
        if (!patch.IsUnknown(14)) contact.P14 = patch.IsBlank(14) ? null : Encoding.UTF8.GetString(patch[14]);
        if (!patch.IsUnknown(15)) contact.P15 = Utf8Parser.TryParse(patch[15], out int v15, out _) ? v15 : 0;
        if (!patch.IsUnknown(16)) contact.P16 = patch.IsBlank(16) ? null : Encoding.UTF8.GetString(patch[16]);
        if (!patch.IsUnknown(17)) contact.P17 = patch.IsBlank(17) ? null : Encoding.UTF8.GetString(patch[17]);
        if (!patch.IsUnknown(18)) contact.P18 = patch.IsBlank(18) ? null : Encoding.UTF8.GetString(patch[18]);
        if (!patch.IsUnknown(19)) contact.P19 = patch.IsBlank(19) ? null : Encoding.UTF8.GetString(patch[19]);
        if (!patch.IsUnknown(20)) contact.P20 = patch.IsBlank(20) ? null : Encoding.UTF8.GetString(patch[20]);
        if (!patch.IsUnknown(21)) contact.P21 = patch.IsBlank(21) ? null : Encoding.UTF8.GetString(patch[21]);
        if (!patch.IsUnknown(22)) contact.P22 = patch.IsBlank(22) ? null : Encoding.UTF8.GetString(patch[22]);
        if (!patch.IsUnknown(23)) contact.P23 = patch.IsBlank(23) ? null : Encoding.UTF8.GetString(patch[23]);
        if (!patch.IsUnknown(24)) contact.P24 = patch.IsBlank(24) ? null : Encoding.UTF8.GetString(patch[24]);
        if (!patch.IsUnknown(25)) contact.P25 = patch.IsBlank(25) ? null : decimal.Parse(patch[25], NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!patch.IsUnknown(26)) contact.P26 = patch.IsBlank(26) ? null : Encoding.UTF8.GetString(patch[26]);
        if (!patch.IsUnknown(27)) contact.P27 = patch.IsBlank(27) ? null : Encoding.UTF8.GetString(patch[27]);
        if (!patch.IsUnknown(28)) contact.P28 = patch.IsBlank(28) ? null : Encoding.UTF8.GetString(patch[28]);
        if (!patch.IsUnknown(29)) contact.P29 = patch.IsBlank(29) ? null : Encoding.UTF8.GetString(patch[29]);
        if (!patch.IsUnknown(30)) contact.P30 = patch.IsBlank(30) ? null : Encoding.UTF8.GetString(patch[30]);
        if (!patch.IsUnknown(31)) contact.P31 = patch.IsBlank(31) ? null : Encoding.UTF8.GetString(patch[31]);
        if (!patch.IsUnknown(32)) contact.P32 = patch.IsBlank(32) ? null : Encoding.UTF8.GetString(patch[32]);
        if (!patch.IsUnknown(33)) contact.P33 = patch.IsBlank(33) ? null : Encoding.UTF8.GetString(patch[33]);
        if (!patch.IsUnknown(34)) contact.P34 = patch.IsBlank(34) ? null : Encoding.UTF8.GetString(patch[34]);
        if (!patch.IsUnknown(35)) contact.P35 = patch.IsBlank(35) ? null : ReadDate(patch[35]);
        if (!patch.IsUnknown(36)) contact.P36 = patch.IsBlank(36) ? null : Encoding.UTF8.GetString(patch[36]);
        if (!patch.IsUnknown(37)) contact.P37 = patch.IsBlank(37) ? null : Encoding.UTF8.GetString(patch[37]);
        if (!patch.IsUnknown(38)) contact.P38 = patch.IsBlank(38) ? null : Encoding.UTF8.GetString(patch[38]);
        if (!patch.IsUnknown(39)) contact.P39 = patch.IsBlank(39) ? null : Encoding.UTF8.GetString(patch[39]);
        if (!patch.IsUnknown(40)) contact.P40 = patch.IsBlank(40) ? null : Encoding.UTF8.GetString(patch[40]);
        if (!patch.IsUnknown(41)) contact.P41 = patch.IsBlank(41) ? null : Encoding.UTF8.GetString(patch[41]);
        if (!patch.IsUnknown(42)) contact.P42 = patch.IsBlank(42) ? null : Encoding.UTF8.GetString(patch[42]);
        if (!patch.IsUnknown(43)) contact.P43 = patch.IsBlank(43) ? null : Encoding.UTF8.GetString(patch[43]);
        if (!patch.IsUnknown(44)) contact.P44 = patch.IsBlank(44) ? null : Encoding.UTF8.GetString(patch[44]);
        if (!patch.IsUnknown(45)) contact.P45 = patch.IsBlank(45) ? null : ReadInstant(patch[45]);
        if (!patch.IsUnknown(46)) contact.P46 = patch.IsBlank(46) ? null : Encoding.UTF8.GetString(patch[46]);
        if (!patch.IsUnknown(47)) contact.P47 = patch.IsBlank(47) ? null : Encoding.UTF8.GetString(patch[47]);
        if (!patch.IsUnknown(48)) contact.P48 = patch.IsBlank(48) ? null : Encoding.UTF8.GetString(patch[48]);
        if (!patch.IsUnknown(49)) contact.P49 = patch.IsBlank(49) ? null : Encoding.UTF8.GetString(patch[49]);
        if (!patch.IsUnknown(50)) contact.P50 = patch.IsBlank(50) ? null : Encoding.UTF8.GetString(patch[50]);
        if (!patch.IsUnknown(51)) contact.P51 = patch.IsBlank(51) ? null : Encoding.UTF8.GetString(patch[51]);
        if (!patch.IsUnknown(52)) contact.P52 = patch.IsBlank(52) ? null : Encoding.UTF8.GetString(patch[52]);
        if (!patch.IsUnknown(53)) contact.P53 = patch.IsBlank(53) ? null : Encoding.UTF8.GetString(patch[53]);
        if (!patch.IsUnknown(54)) contact.P54 = patch.IsBlank(54) ? null : Encoding.UTF8.GetString(patch[54]);
        if (!patch.IsUnknown(55)) contact.P55 = patch[55].SequenceEqual("true"u8);
        if (!patch.IsUnknown(56)) contact.P56 = patch.IsBlank(56) ? null : Encoding.UTF8.GetString(patch[56]);
        if (!patch.IsUnknown(57)) contact.P57 = patch.IsBlank(57) ? null : Encoding.UTF8.GetString(patch[57]);
        if (!patch.IsUnknown(58)) contact.P58 = patch.IsBlank(58) ? null : Encoding.UTF8.GetString(patch[58]);
        if (!patch.IsUnknown(59)) contact.P59 = patch.IsBlank(59) ? null : Encoding.UTF8.GetString(patch[59]);
    }

    private static void Write(bool value, RecordBuffer into, int ordinal) => into.Set(ordinal, value ? "true"u8 : "false"u8);

    private static void Write(int value, RecordBuffer into, int ordinal)
    {
        Utf8Formatter.TryFormat(value, into.Reserve(11), out var written);
        into.Commit(ordinal, written);
    }

    private static void Write(decimal? value, RecordBuffer into, int ordinal)
    {
        if (value is not { } number)
        {
            into.SetBlank(ordinal);
            return;
        }

        var room = into.Reserve(31);
        number.TryFormat(room, out var written, default, CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> text = room[..written];
        into.Commit(ordinal, text.Contains((byte)'.') ? text.TrimEnd((byte)'0').TrimEnd((byte)'.').Length : written);
    }

    private static void Write(LocalDate? value, RecordBuffer into, int ordinal)
    {
        if (value is not { } date)
        {
            into.SetBlank(ordinal);
            return;
        }

        date.ToDateOnly().TryFormat(into.Reserve(10), out _, "O", CultureInfo.InvariantCulture);
        into.Commit(ordinal, 10);
    }

    private static void Write(Instant? value, RecordBuffer into, int ordinal)
    {
        if (value is not { } instant)
        {
            into.SetBlank(ordinal);
            return;
        }

        var room = into.Reserve(28);
        Utf8Formatter.TryFormat(instant.ToDateTimeUtc(), room, out var written, 'O');
        var end = ((ReadOnlySpan<byte>)room[..(written - 1)]).TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
        room[end] = (byte)'Z';
        into.Commit(ordinal, end + 1);
    }

    private static LocalDate ReadDate(ReadOnlySpan<byte> text) => new(Number(text[..4]), Number(text[5..7]), Number(text[8..]));

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static Instant ReadInstant(ReadOnlySpan<byte> text)
    {
        var second = new DateTime(
            Number(text[..4]), Number(text[5..7]), Number(text[8..10]), Number(text[11..13]), Number(text[14..16]), Number(text[17..19]),
            DateTimeKind.Utc);
        var fraction = text[19] == '.' ? text[20..^1] : default;
        var ticks = Number(fraction);
        for (var digits = fraction.Length; digits < 7; digits++)
        {
            ticks *= 10;
        }

        return Instant.FromDateTimeUtc(second.AddTicks(ticks));
    }
}

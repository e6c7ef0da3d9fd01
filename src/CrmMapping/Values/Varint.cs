using System.Buffers;

namespace CrmMapping;

/// <summary>Writes and reads small non-negative numbers, seven bits a byte, the lowest first.</summary>
internal static class Varint
{
    public static void Write(IBufferWriter<byte> writer, int value)
    {
        var room = writer.GetSpan(5);
        var written = 0;
        for (var rest = (uint)value; ; rest >>= 7)
        {
            room[written++] = (byte)(rest < 0x80 ? rest : rest | 0x80);
            if (rest < 0x80)
            {
                break;
            }
        }

        writer.Advance(written);
    }

    public static int Read(ref ReadOnlySpan<byte> bytes)
    {
        // Nearly every value is shorter than 127 bytes.
        if (!bytes.IsEmpty && bytes[0] < 0x80)
        {
            var small = bytes[0];
            bytes = bytes[1..];
            return small;
        }

        var value = 0u;
        for (var index = 0; index < 5 && index < bytes.Length; index++)
        {
            value |= (bytes[index] & 0x7Fu) << (7 * index);
            if (bytes[index] < 0x80)
            {
                bytes = bytes[(index + 1)..];
                return value <= int.MaxValue ? (int)value : throw Damaged();
            }
        }

        throw Damaged();
    }

    private static FormatException Damaged() => new("The snapshot ends within a number.");
}

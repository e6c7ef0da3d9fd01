using System.Numerics;

namespace CrmMapping.Emulators;

/// <summary>Draws that depend on nothing but a seed and the number of the draw, so that a run can be repeated.</summary>
internal static class Seeded
{
    public static ulong Mix(long seed, long number, long salt = 0)
    {
        var z = (ulong)seed * 0x9E3779B97F4A7C15UL + BitOperations.RotateLeft((ulong)number, 17) + (ulong)salt * 0xD1B54A32D192ED03UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    public static int Below(int bound, long seed, long number, long salt = 0) =>
        (int)(Mix(seed, number, salt) % (uint)bound);

    public static double Unit(long seed, long number, long salt = 0) =>
        (Mix(seed, number, salt) >> 11) * (1.0 / (1UL << 53));

    public static Guid NewGuid(long seed, long number, long salt = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Mix(seed, number, salt));
        BitConverter.TryWriteBytes(bytes[8..], Mix(seed, number, salt + 1));
        return new Guid(bytes);
    }

    public static void Shuffle<T>(Span<T> items, long seed, long number)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1, seed, number, i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

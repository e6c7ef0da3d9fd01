using System.Text;
using System.Text.Unicode;

namespace CrmMapping;

/// <summary>
/// Reads the phone numbers of every region in the world by the rules of Google's libphonenumber, from numbering plans
/// that travel with the package.
/// </summary>
/// <remarks>
/// A number is valid when it matches one of the kinds of number (fixed line, mobile, toll-free, ...) of the region it
/// belongs to; the right length alone does not suffice. The plans are loaded at the first use and shared by all
/// instances. Instances hold no state and may be shared between threads.
/// </remarks>
public sealed class PhoneNumberNormalizer : IPhoneNumberNormalizer
{
    private const int MaxBytesPerCharacter = 3;

    private static ReadOnlySpan<byte> ExtensionLabel => ";ext="u8;

    /// <summary>Tells whether numbers can be read under a default region.</summary>
    /// <param name="region">Two letters of ISO 3166, in either case.</param>
    /// <returns>True when the region has a numbering plan of its own.</returns>
    public static bool KnowsRegion(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return NumberingPlans.World.FindRegion(region) is not null;
    }

    /// <inheritdoc/>
    public bool TryNormalize(ReadOnlySpan<char> text, string? defaultRegion, out PhoneNumber number)
    {
        Span<byte> canonical = stackalloc byte[PhoneNumber.MaxLength];
        if (!TryWrite(text, defaultRegion, canonical, out var e164Length, out var length))
        {
            number = default;
            return false;
        }

        var e164 = Encoding.ASCII.GetString(canonical[..e164Length]);
        number = length == e164Length
            ? new PhoneNumber(e164)
            : new PhoneNumber(e164, Encoding.ASCII.GetString(canonical[(e164Length + ExtensionLabel.Length)..length]));
        return true;
    }

    /// <inheritdoc/>
    public bool TryNormalize(
        ReadOnlySpan<byte> utf8Text, string? defaultRegion, Span<byte> destination, out int written)
    {
        if (destination.Length < PhoneNumber.MaxLength)
            throw new ArgumentException(
                $"The destination holds {destination.Length} bytes, a phone number takes up to " +
                $"{PhoneNumber.MaxLength}. Pass at least PhoneNumber.MaxLength bytes.",
                nameof(destination));

        written = 0;
        if (utf8Text.Length > WrittenNumber.MaxTextLength * MaxBytesPerCharacter)
            return false;

        Span<char> text = stackalloc char[WrittenNumber.MaxTextLength];
        Utf8.ToUtf16(utf8Text, text, out var read, out var length);
        return read == utf8Text.Length && TryWrite(text[..length], defaultRegion, destination, out _, out written);
    }

    private static bool TryWrite(
        ReadOnlySpan<char> text, string? region, Span<byte> canonical, out int e164Length, out int length)
    {
        Span<byte> digits = stackalloc byte[WrittenNumber.RoomLength];
        Span<byte> room = stackalloc byte[NumberResolver.RoomLength];
        e164Length = length = 0;
        if (!WrittenNumber.TryRead(text, digits, out var written) ||
            !NumberResolver.TryResolve(written, NumberingPlans.World, region, room, out var resolved))
            return false;

        canonical[0] = (byte)'+';
        length = 1 + Write(resolved.CallingCode, canonical[1..]);
        e164Length = length += Write(resolved.National, canonical[length..]);
        if (written.Extension.IsEmpty)
            return true;

        ExtensionLabel.CopyTo(canonical[length..]);
        length += ExtensionLabel.Length;
        length += Write(written.Extension, canonical[length..]);
        return true;
    }

    private static int Write(ReadOnlySpan<byte> digits, Span<byte> destination)
    {
        for (var i = 0; i < digits.Length; i++)
            destination[i] = (byte)('0' + digits[i]);
        return digits.Length;
    }
}

namespace CrmMapping;

/// <summary>
/// Turns phone numbers as people write them into the one form in which they are compared, matched and stored.
/// </summary>
/// <remarks>
/// An implementation may be called from many threads at once, answers from memory, and never throws for what a text
/// holds: a text that is no valid phone number is answered with false.
/// </remarks>
public interface IPhoneNumberNormalizer
{
    /// <summary>Reads a phone number from text.</summary>
    /// <param name="text">The number as written: spaces, brackets, letters and an extension are welcome.</param>
    /// <param name="defaultRegion">
    /// The region whose dialling habits a number without <c>+</c> follows, as two letters of ISO 3166 (<c>US</c>), in
    /// either case. With null, or a region nobody knows, only a number that starts with <c>+</c> is read.
    /// </param>
    /// <param name="number">The number, or the default value when there is none.</param>
    /// <returns>Whether <paramref name="text"/> is a number that can exist in the numbering plan it belongs to.</returns>
    bool TryNormalize(ReadOnlySpan<char> text, string? defaultRegion, out PhoneNumber number);

    /// <summary>Reads a phone number from UTF-8 text and writes its canonical form, without allocating.</summary>
    /// <param name="utf8Text">The number as written, in UTF-8.</param>
    /// <param name="defaultRegion">The region whose dialling habits a number without <c>+</c> follows, or null.</param>
    /// <param name="destination">
    /// Room for the canonical form in UTF-8, at least <see cref="PhoneNumber.MaxLength"/> bytes. When the answer is
    /// false its content is of no meaning.
    /// </param>
    /// <param name="written">How many bytes were written; 0 when there is no number.</param>
    /// <returns>Whether <paramref name="utf8Text"/> is a number that can exist in the plan it belongs to.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="destination"/> is shorter than <see cref="PhoneNumber.MaxLength"/>.
    /// </exception>
    bool TryNormalize(ReadOnlySpan<byte> utf8Text, string? defaultRegion, Span<byte> destination, out int written);
}

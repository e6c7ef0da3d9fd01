namespace CrmMapping;

/// <summary>A phone number that can exist: its E.164 form, and the extension behind it.</summary>
/// <param name="E164">The number with <c>+</c> and calling code, digits only: <c>+12155550123</c>.</param>
/// <param name="Extension">
/// The digits of the extension as they were written, leading zeros kept: <c>03832</c>. Null when there is none.
/// </param>
public readonly record struct PhoneNumber(string E164, string? Extension = null)
{
    /// <summary>How many characters the canonical form takes at most, and as many bytes of UTF-8.</summary>
    public const int MaxLength = 1 + 3 + 17 + 5 + 20;

    /// <summary>Returns the canonical form, which follows RFC 3966: <c>+12155550123;ext=03832</c>.</summary>
    /// <returns>The E.164 form, with the extension if there is one; empty for the default value.</returns>
    public override string ToString() => Extension is null ? E164 ?? "" : $"{E164};ext={Extension}";
}

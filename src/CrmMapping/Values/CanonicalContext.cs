namespace CrmMapping;

/// <summary>Holds what canonical forms depend on beside the value.</summary>
/// <param name="Phones">Reads phone numbers; null takes only numbers that are in E.164 already.</param>
/// <param name="DefaultRegion">The region whose dialling rules read a number without a country code; null when there is none.</param>
internal readonly record struct CanonicalContext(PhoneReading? Phones, string? DefaultRegion);

/// <summary>Writes a phone number in E.164.</summary>
/// <param name="utf8">The number as somebody wrote it.</param>
/// <param name="defaultRegion">The region of a number without a country code; null when there is none.</param>
/// <param name="destination">Takes the number.</param>
/// <param name="written">How many bytes it took.</param>
/// <returns>False when the text is no phone number.</returns>
internal delegate bool PhoneReading(ReadOnlySpan<byte> utf8, string? defaultRegion, Span<byte> destination, out int written);

namespace CrmMapping;

/// <summary>Holds what canonical forms depend on beside the value.</summary>
/// <param name="Phones">Reads phone numbers; null takes only numbers that are in E.164 already.</param>
/// <param name="DefaultRegion">The region whose dialling rules read a number without a country code; null when there is none.</param>
internal readonly record struct CanonicalContext(IPhoneNumberNormalizer? Phones, string? DefaultRegion);

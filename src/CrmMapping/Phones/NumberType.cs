namespace CrmMapping;

/// <summary>One kind of number in a plan, such as its mobile numbers.</summary>
internal readonly record struct NumberType(LengthSet Lengths, string Pattern);

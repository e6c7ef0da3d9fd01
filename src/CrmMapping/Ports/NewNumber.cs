namespace CrmMapping;

/// <summary>Names a phone number that a contact did not have before.</summary>
/// <param name="LocalId">The local contact.</param>
/// <param name="Field">The local field that holds the number.</param>
/// <param name="Number">The number in E.164.</param>
public sealed record NewNumber(string LocalId, string Field, string Number);

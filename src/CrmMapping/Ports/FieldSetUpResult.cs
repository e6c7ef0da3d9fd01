namespace CrmMapping;

/// <summary>Says what became of a property that a map would have in the CRM.</summary>
/// <param name="Key">The property.</param>
/// <param name="Kind"><see cref="OperationLineKind.Created"/>, <see cref="OperationLineKind.Adopted"/> or <see cref="OperationLineKind.ByHand"/>.</param>
/// <param name="Text">What was done, or what a person is to create by hand and why.</param>
public sealed record FieldSetUpResult(string Key, OperationLineKind Kind, string Text);

namespace CrmMapping;

/// <summary>Holds a value by which two records are found to belong together.</summary>
/// <param name="Kind">Which key it is.</param>
/// <param name="Value">The value in canonical form: E.164 without extension, or an e-mail address in lower case.</param>
public readonly record struct MatchKey(MatchKeyKind Kind, string Value);

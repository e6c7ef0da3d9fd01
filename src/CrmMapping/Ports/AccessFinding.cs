namespace CrmMapping;

/// <summary>Says what a check of an account's access found.</summary>
/// <param name="Subject">What was checked, for example <c>credentials</c>, a permission or a field.</param>
/// <param name="IsWell">Whether all is well.</param>
/// <param name="Text">What was found and, where it is not well, what to do.</param>
public sealed record AccessFinding(string Subject, bool IsWell, string Text);

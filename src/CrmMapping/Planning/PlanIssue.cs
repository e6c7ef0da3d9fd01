namespace CrmMapping;

/// <summary>Says what a plan could not do.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Field">The local field's key.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record PlanIssue(IssueCode Code, string Field, string Message);

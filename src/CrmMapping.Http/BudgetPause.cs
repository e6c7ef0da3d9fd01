namespace CrmMapping.Http;

/// <summary>Says how long nobody may ask, and why, for people: a sentence without a full stop, or null.</summary>
internal readonly record struct BudgetPause(TimeSpan Wait, string? Reason);

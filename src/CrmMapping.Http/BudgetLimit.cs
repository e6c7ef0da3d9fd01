namespace CrmMapping.Http;

/// <summary>Says how many requests an account allows within any stretch of time.</summary>
/// <param name="Requests">How many requests; at least 1.</param>
/// <param name="Interval">The length of the stretch, which slides.</param>
/// <param name="MaxInFlight">How many requests may be under way at once; at least 1.</param>
public sealed record BudgetLimit(int Requests, TimeSpan Interval, int MaxInFlight = 6);

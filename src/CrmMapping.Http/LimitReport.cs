namespace CrmMapping.Http;

/// <summary>Holds what an answer says of the account's limits; what it does not say is null.</summary>
/// <param name="Requests">How many requests the interval allows.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="Interval">The interval.</param>
public readonly record struct LimitReport(int? Requests, int? Remaining, TimeSpan? Interval);

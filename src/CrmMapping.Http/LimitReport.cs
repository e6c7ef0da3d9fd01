namespace CrmMapping.Http;

/// <summary>Holds what an answer says of the account's limits; what it does not say is null.</summary>
/// <param name="Requests">How many requests the interval allows.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="Interval">The interval.</param>
/// <param name="Rest">How long nothing more is allowed, as a longer limit is used up.</param>
/// <param name="Reason">Why, for people: a sentence without a full stop.</param>
public readonly record struct LimitReport(
    int? Requests, int? Remaining, TimeSpan? Interval, TimeSpan? Rest = null, string? Reason = null);

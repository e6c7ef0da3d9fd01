using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Says how far a pull is with a job that queries. Immutable.</summary>
/// <param name="Id">The job.</param>
/// <param name="CreatedAt">When it was made, by Salesforce's clock.</param>
/// <param name="Locator">Where its results go on; null at their beginning, when nobody knows yet whether it is done.</param>
internal sealed record QueryJob(string Id, Instant CreatedAt, string? Locator = null);

using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Holds what a look at a job told.</summary>
/// <param name="State">The job's state, in Salesforce's word.</param>
/// <param name="Reason">A code of why it ended without results.</param>
/// <param name="At">When Salesforce said so, by its own clock; null when it bore no date.</param>
internal readonly record struct QueryJobLook(string? State, string Reason, Instant? At);

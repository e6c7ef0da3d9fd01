namespace CrmMapping.Salesforce;

/// <summary>Holds what came of a step of a pull by a job.</summary>
/// <param name="Fate">What became of the job.</param>
/// <param name="Next">Where the pull goes on; null at its end, and where the job is of no more use.</param>
internal readonly record struct PullStep(PullFate Fate, PageCursor? Next = null);

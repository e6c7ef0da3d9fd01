namespace CrmMapping.Http;

/// <summary>Says what the refusal of a whole request means.</summary>
/// <param name="Failure">What kind of failure it is.</param>
/// <param name="Message">What is wrong and what to do, without tokens and values.</param>
public readonly record struct RefusalMeaning(CrmFailure Failure, string Message);

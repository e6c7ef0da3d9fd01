namespace CrmMapping;

/// <summary>Holds what the outcomes of a connection's calls are decided by, as it was read at one moment.</summary>
/// <param name="Rules">The version of the rules that was saved last; null when none was.</param>
/// <param name="History">What was known of the CRM's outcomes before, as <see cref="ICallJudge.History"/> gave it; null when they were never read.</param>
/// <param name="Offered">The outcomes that the CRM offers, all of them; null where it has none to offer.</param>
/// <param name="Tags">The tags of the telephony accounts of the connection's tenant, all of them; null where no account tells.</param>
public sealed record OfferedOutcomes(
    OutcomeRulesVersion? Rules, string? History, IReadOnlyList<FieldOption>? Offered, IReadOnlyList<CallTag>? Tags);

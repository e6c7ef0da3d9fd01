using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Holds the words for everything that is found in rules, a method each: what is so, and what to do.</summary>
internal static class OutcomeFindings
{
    public static OutcomeFinding DeletedTag(OutcomeRule rule) => Of(
        OutcomeFindingCode.DeletedTag, rule, $"{rule.Pair} decides no call, as its tag was deleted. Delete the rule; what is logged stays.");

    public static OutcomeFinding DeletedOutcome(OutcomeRule rule) => Of(
        OutcomeFindingCode.DeletedOutcome, rule,
        $"{rule.Pair} decides no call, as its outcome was deleted in the CRM. Delete the rule, and add one of an outcome that is there.");

    public static OutcomeFinding ChangesNothing(OutcomeRule rule) => Of(
        OutcomeFindingCode.ChangesNothing, rule,
        $"{rule.Pair} changes nothing: its outcome is the default of every situation. Delete the rule, or choose another outcome.");

    public static OutcomeFinding OnlyContradicts(OutcomeRule rule) => Of(
        OutcomeFindingCode.OnlyContradicts, rule,
        $"{rule.Pair} sets no outcome, which is the default of every situation: it only keeps rules of other outcomes from counting. Keep it if that is meant.");

    public static OutcomeFinding Waiting(OutcomeRule rule, RuleTimes times, Instant at) => Of(
        OutcomeFindingCode.Waiting, rule,
        $"{rule.Pair} counts from {OutcomeWording.Time(times.NextStart(at))}, as its outcome was created or renamed shortly before. Nothing is to be done.");

    public static OutcomeFinding Expiring(OutcomeRule rule, RuleTimes times) => Of(
        OutcomeFindingCode.Expiring, rule,
        $"{rule.Pair} counts until {OutcomeWording.Time(times.Until!.Value)}, as its outcome was deleted in the CRM. Add a rule of an outcome that is there.");

    public static OutcomeFinding DeletedDefault(SituationDefault entry, RuleTimes times) => new(
        OutcomeFindingCode.DeletedDefault, null, entry.Situation,
        $"The default of {entry.Situation}, {OutcomeWording.Quote(entry.Outcome.Label)}, was deleted in the CRM"
        + $"{(times.Until is { } until ? $" and is used until {OutcomeWording.Time(until)}" : "")}. Choose another one; without it calls are logged with no outcome.");

    private static OutcomeFinding Of(OutcomeFindingCode code, OutcomeRule rule, string message) => new(code, rule, null, message);
}

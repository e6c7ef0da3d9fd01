using NodaTime;

namespace CrmMapping.Outcomes.Tests;

/// <summary>
/// Decides outcomes sentence by sentence as the rules are told to people, without a thought for speed: over lists of what happened in the
/// CRM instead of spans, and over whole sets of tags. Knows nothing of how the package does it.
/// </summary>
internal sealed class NaiveRules(OutcomeRules rules, IReadOnlyList<CrmEvent> events)
{
    public string? Evaluate(EndedCall call, Instant at)
    {
        // Tags of a call map to exactly one distinct outcome: that outcome overrules the default. None, or several distinct: the default.
        var outcomes = rules.Rules
            .Where(rule => call.Tags.Contains(rule.Tag.Id) && IsTakenIntoAccount(rule, at))
            .Select(static rule => rule.Outcome.Id).Distinct().ToList();
        return outcomes.Count == 1 ? outcomes[0] : Default(call.Situation, at);
    }

    /// <summary>Gives what is written to the CRM after a tag event; null when nothing is.</summary>
    public (bool IsWritten, string? Outcome) AfterTagEvent(LoggedCall logged, EndedCall now, Instant at)
    {
        var (before, after) = (MappedTags(logged.Call), MappedTags(now));
        var outcome = Evaluate(now, at);
        return before.SetEquals(after) || outcome == logged.Outcome ? (false, null) : (true, outcome);
    }

    private HashSet<long> MappedTags(EndedCall call) =>
        [.. call.Tags.Where(tag => rules.Rules.Any(rule => rule.Tag.Id == tag) && rules.Tags.Tags.Any(there => there.Id == tag))];

    private bool IsTakenIntoAccount(OutcomeRule rule, Instant at)
    {
        if (at < rule.AddedAt || rules.Tags.Tags.All(tag => tag.Id != rule.Tag.Id))
        {
            return false;
        }

        // A rule on an outcome that was created or updated less than an hour before the rule was added counts an hour after it was added.
        var changedShortlyBefore = events.Any(e => e.Outcome == rule.Outcome.Id && e.Kind != CrmEventKind.Deleted
            && e.At <= rule.AddedAt && rule.AddedAt < e.At + rules.Delay);
        return (!changedShortlyBefore || at >= rule.AddedAt + rules.Delay) && IsSeen(rule.Outcome.Id, at);
    }

    private string? Default(CallSituation situation, Instant at) =>
        rules.Defaults.FirstOrDefault(entry => entry.Situation == situation)?.Outcome.Id is { } outcome && IsSeen(outcome, at) ? outcome : null;

    // Call logging sees the CRM's outcome changes an hour later: it goes by the last one that is an hour old.
    private bool IsSeen(string outcome, Instant at)
    {
        var changes = events.Where(e => e.Outcome == outcome && e.Kind != CrmEventKind.Renamed).ToList();
        return changes.LastOrDefault(e => e.At + rules.Delay <= at) is { } last
            ? last.Kind == CrmEventKind.Created
            : changes.FirstOrDefault()?.Kind != CrmEventKind.Created;
    }
}

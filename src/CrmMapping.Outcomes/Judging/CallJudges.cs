using System.Text;
using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Makes what decides for a connection: the version that an admin saved last, or what the code says.</summary>
internal sealed class CallJudges(CallOutcomes written) : ICallOutcomes
{
    // The code's rules were there before anything that the accounts did.
    private static readonly Instant Always = NodaConstants.UnixEpoch;

    public ICallJudge Open(
        OutcomeRulesVersion? rules, string? history, IReadOnlyList<FieldOption>? offered, IReadOnlyList<CallTag>? tags, Instant at)
    {
        var resolution = Resolve(rules, history, offered, tags, at);
        return new CallJudge(resolution.Rules.Compile(), resolution.Refusals);
    }

    /// <summary>Gives the rules that stand, with what is known of the accounts, and what of the code's names nothing.</summary>
    public OutcomeResolution Resolve(
        OutcomeRulesVersion? rules, string? history, IReadOnlyList<FieldOption>? offered, IReadOnlyList<CallTag>? tags, Instant at)
    {
        var known = history is null ? OutcomeHistory.Unread : OutcomeHistoryJson.Read(history);
        var outcomes = offered is null ? known : known.Observe(offered, at);
        var list = tags is null ? TagList.Unread : TagList.Of(tags);
        return rules is null
            ? ByCode(outcomes, list)
            : new OutcomeResolution(Read(rules) with { Outcomes = outcomes, Tags = list, Delay = written.Delay }, []);
    }

    // What the code names stays a rule when the CRM deletes it: it is used for a while yet, and then listed as deleted.
    private OutcomeResolution ByCode(OutcomeHistory outcomes, TagList tags)
    {
        var live = outcomes.Live.Select(static outcome => outcome.Label).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missed = outcomes.Outcomes.Where(outcome => !outcome.IsLive && !live.Contains(outcome.Label))
            .GroupBy(static outcome => outcome.Label, StringComparer.OrdinalIgnoreCase)
            .Select(static same => same.MaxBy(static outcome => outcome.DeletedAt)!)
            .Select(static outcome => outcome with { Offered = [new Interval(null, null)] });
        var named = outcomes with { Outcomes = [.. outcomes.Outcomes.Where(static outcome => outcome.IsLive), .. missed] };
        var resolution = written.Resolve(named, tags, Always);
        return resolution with { Rules = resolution.Rules with { Outcomes = outcomes } };
    }

    /// <summary>Reads the rules of a version.</summary>
    public static OutcomeRules Read(OutcomeRulesVersion version) =>
        OutcomeRulesJson.Read(Encoding.UTF8.GetBytes(version.Rules)) is { Rules: { } rules }
            ? rules
            : throw new FormatException($"Version {version.Number} of the outcome rules of '{version.Connection}' cannot be read. Restore an earlier version.");
}

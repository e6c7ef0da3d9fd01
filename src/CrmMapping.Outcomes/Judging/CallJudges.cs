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
            ? written.Resolve(outcomes, list, Always)
            : new OutcomeResolution(Read(rules) with { Outcomes = outcomes, Tags = list, Delay = written.Delay }, []);
    }

    /// <summary>Reads the rules of a version.</summary>
    public static OutcomeRules Read(OutcomeRulesVersion version) =>
        OutcomeRulesJson.Read(Encoding.UTF8.GetBytes(version.Rules)) is { Rules: { } rules }
            ? rules
            : throw new FormatException($"Version {version.Number} of the outcome rules of '{version.Connection}' cannot be read. Restore an earlier version.");
}

using System.Text;

namespace CrmMapping.Outcomes;

/// <summary>Draws rules as an admin would: situations and their defaults, then tags and their outcomes, each column aligned.</summary>
internal static class OutcomeTable
{
    public static string Of(OutcomeRules decided, Func<RuleTimes, string> note)
    {
        var rules = CurrentNames.Of(decided);
        var table = new StringBuilder("Outcomes of calls");
        if (rules.Version > 0)
        {
            table.Append(", version ").Append(rules.Version);
        }

        List<Row> rows =
        [
            .. CallSituations.All.Select(situation => OfDefault(rules, situation, note)),
            .. rules.Rules.OrderBy(static rule => rule.Tag.Name, StringComparer.OrdinalIgnoreCase).Select(rule => OfRule(rules, rule, note)),
        ];
        var (left, right) = (rows.Max(static row => row.Left.Length), rows.Max(static row => row.Right.Length));
        foreach (var row in rows)
        {
            table.Append("\n  ").Append($"{row.Left.PadRight(left)} {row.Sign} {row.Right.PadRight(right)}  {row.Note}".TrimEnd());
        }

        return table.ToString();
    }

    private static Row OfDefault(OutcomeRules rules, CallSituation situation, Func<RuleTimes, string> note) =>
        rules.Default(situation) is { } outcome
            ? new Row($"{situation}", ':', outcome.Label, note(RuleTimes.Of(rules, rules.Outcomes.Find(outcome.Id))))
            : new Row($"{situation}", ':', OutcomeWording.NoOutcome, "");

    private static Row OfRule(OutcomeRules rules, OutcomeRule rule, Func<RuleTimes, string> note) =>
        new(rule.Tag.Name, '→', rule.Outcome.Label, note(RuleTimes.Of(rule, rules)));

    private sealed record Row(string Left, char Sign, string Right, string Note);
}

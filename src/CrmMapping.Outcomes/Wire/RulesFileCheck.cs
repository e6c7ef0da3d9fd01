using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Outcomes;

/// <summary>Makes rules of their JSON, and notes everything that is not as the format says.</summary>
internal sealed class RulesFileCheck(List<ImportRefusal> refusals)
{
    private static readonly string[] Situations = [.. CallSituations.All.Select(static situation => $"{situation}")];

    public OutcomeRules? ToRules(RulesFile file)
    {
        Known(file.Others, "$", "formatVersion, version, defaults, rules");
        Expect(file.FormatVersion, "$", RulesFileRefusals.FormatVersion, $"{OutcomeRulesJson.FormatVersion}", static format => format == OutcomeRulesJson.FormatVersion);
        var version = Expect(file.Version, "$", "version", "a number from 0 on", static number => number >= 0);
        var defaults = Rows(file.Defaults, "defaults", "an array of defaults", ToDefault);
        var rules = Rows(file.Rules, "rules", "an array of rules", ToRule);
        Once(defaults, "defaults", "situation", static entry => entry.Situation);
        Once(rules, "rules", "tag.id", static rule => rule.Tag.Id);
        return refusals.Count > 0 ? null : new OutcomeRules
        {
            Version = version!.Value,
            Defaults = defaults.Select(static row => row.Value).ToEquatableArray(),
            Rules = rules.Select(static row => row.Value).ToEquatableArray(),
        };
    }

    private SituationDefault? ToDefault(RulesFile.DefaultRow row, string path)
    {
        Known(row.Others, path, "situation, outcome");
        var situation = Expect(row.Situation, path, "situation", string.Join(", ", Situations), static name => Situations.Contains(name));
        var outcome = ToOutcome(row.Outcome, path);
        return situation is null || outcome is null ? null : new SituationDefault(Enum.Parse<CallSituation>(situation), outcome);
    }

    private OutcomeRule? ToRule(RulesFile.RuleRow row, string path)
    {
        Known(row.Others, path, "tag, outcome, addedAt");
        var (tag, outcome) = (ToTag(row.Tag, path), ToOutcome(row.Outcome, path));
        var addedAt = Expect(
            row.AddedAt, path, "addedAt", "an instant as 2026-11-23T12:00:00Z", static text => InstantPattern.ExtendedIso.Parse(text).Success);
        return tag is null || outcome is null || addedAt is null
            ? null
            : new OutcomeRule(tag, outcome, InstantPattern.ExtendedIso.Parse(addedAt).Value);
    }

    private CallTag? ToTag(RulesFile.TagRow? row, string path)
    {
        if (Expect(row, path, "tag", "a tag, an object") is null)
        {
            return null;
        }

        Known(row!.Others, $"{path}.tag", "id, name");
        var id = Expect(row.Id, $"{path}.tag", "id", "a whole number", static _ => true);
        var name = Expect(row.Name, $"{path}.tag", "name", "text");
        return id is null || name is null ? null : new CallTag(id.Value, name);
    }

    private OutcomeName? ToOutcome(RulesFile.OutcomeRow? row, string path)
    {
        if (Expect(row, path, "outcome", "an outcome, an object") is null)
        {
            return null;
        }

        Known(row!.Others, $"{path}.outcome", "id, label");
        var id = Expect(row.Id, $"{path}.outcome", "id", "text that is not empty", static text => text.Length > 0);
        var label = Expect(row.Label, $"{path}.outcome", "label", "text");
        return id is null || label is null ? null : new OutcomeName(id, label);
    }

    private List<(string Path, T Value)> Rows<TRow, T>(IReadOnlyList<TRow?>? rows, string name, string allowed, Func<TRow, string, T?> toValue)
        where TRow : class
        where T : class
    {
        var read = new List<(string, T)>();
        foreach (var (index, row) in (Expect(rows, "$", name, allowed) ?? []).Index())
        {
            var path = $"$.{name}[{index}]";
            if (row is null)
            {
                refusals.Add(RulesFileRefusals.NotAllowed(path, "null", "an object"));
            }
            else if (toValue(row, path) is { } value)
            {
                read.Add((path, value));
            }
        }

        return read;
    }

    private void Once<T, TKey>(List<(string Path, T Value)> rows, string name, string part, Func<T, TKey> keyOf)
        where TKey : notnull
    {
        var seen = new HashSet<TKey>();
        refusals.AddRange(rows.Where(row => !seen.Add(keyOf(row.Value)))
            .Select(row => RulesFileRefusals.NotAllowed($"{row.Path}.{part}", OutcomeWording.Quote($"{keyOf(row.Value)}"), $"each once in {name}")));
    }

    private void Known(Dictionary<string, JsonElement>? others, string path, string allowed) =>
        refusals.AddRange((others ?? []).Keys.Select(name => RulesFileRefusals.PropertyUnknown(path, name, allowed)));

    private T? Expect<T>(T? value, string path, string name, string allowed, Func<T, bool>? isAllowed = null)
        where T : class
    {
        if (value is null)
        {
            refusals.Add(RulesFileRefusals.PropertyMissing(path, name, allowed));
        }
        else if (isAllowed?.Invoke(value) == false)
        {
            refusals.Add(RulesFileRefusals.NotAllowed($"{path}.{name}", OutcomeWording.Quote($"{value}"), allowed));
            return null;
        }

        return value;
    }

    private T? Expect<T>(T? value, string path, string name, string allowed, Func<T, bool> isAllowed)
        where T : struct
    {
        if (value is not { } given)
        {
            refusals.Add(RulesFileRefusals.PropertyMissing(path, name, allowed));
        }
        else if (!isAllowed(given))
        {
            refusals.Add(RulesFileRefusals.NotAllowed($"{path}.{name}", OutcomeWording.Quote($"{given}"), allowed));
            return null;
        }

        return value;
    }
}

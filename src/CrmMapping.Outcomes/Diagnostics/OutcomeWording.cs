using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Outcomes;

/// <summary>Words what several messages have in common.</summary>
internal static class OutcomeWording
{
    public const string NoOutcome = "–";

    private const string DeletedTag = "Deleted tag";
    private const string DeletedOutcome = "Deleted outcome";
    private const int MostOfAName = 60;

    /// <summary>Says what keeps a rule, or a default, from counting at some time; empty when nothing does.</summary>
    public static string Note(RuleTimes times) => string.Join(", ", Notes(times));

    /// <summary>Says what keeps a rule, or a default, from counting at an instant, or soon after; empty when nothing does.</summary>
    public static string Note(RuleTimes times, Instant at) => times.StateAt(at) switch
    {
        RuleState.InForce => "",
        RuleState.Waiting => $"from {Time(times.NextStart(at))}",
        RuleState.DeletedTag => DeletedTag,
        RuleState.Expiring => $"{DeletedOutcome}, used until {Time(times.Until!.Value)}",
        _ => DeletedOutcome,
    };

    /// <summary>Writes an instant.</summary>
    public static string Time(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>Puts a name that somebody gave in quotes: cut when it is long, and without what would break a line.</summary>
    public static string Quote(string name)
    {
        var text = new StringBuilder("'");
        foreach (var rune in name.EnumerateRunes())
        {
            if (text.Length > MostOfAName)
            {
                text.Append('…');
                break;
            }

            text.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format ? Rune.ReplacementChar : rune);
        }

        return text.Append('\'').ToString();
    }

    /// <summary>Names several things: <c>'a'</c>, <c>'a' and 'b'</c>, <c>'a', 'b' and 'c'</c>.</summary>
    public static string All(IEnumerable<string> names)
    {
        string[] quoted = [.. names.Select(Quote)];
        return quoted.Length < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} and {quoted[^1]}";
    }

    private static IEnumerable<string> Notes(RuleTimes times)
    {
        if (times.IsTagDeleted)
        {
            yield return DeletedTag;
        }

        if (!times.IsOutcomeLive)
        {
            yield return times.Until is { } until ? $"{DeletedOutcome}, used until {Time(until)}" : DeletedOutcome;
        }
        else if (times is { IsTagDeleted: false, From: { } from })
        {
            yield return $"from {Time(from)}";
        }
    }
}

using System.Text;
using NodaTime.Text;

namespace CrmMapping.Salesforce;

/// <summary>Words what a task has no field for: when in the day, and between which numbers. A text that is too long loses its end.</summary>
internal static class TaskText
{
    public const int MostOfSubject = 255;

    private const int MostOfDescription = 32_000;

    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm 'UTC'");

    public static string DescriptionOf(ActivityCreate activity)
    {
        var (from, to) = activity.Direction == CallDirection.Inbound
            ? (activity.ContactNumber, activity.LineNumber)
            : (activity.LineNumber, activity.ContactNumber);
        var facts = new StringBuilder();
        Line(facts, "Time: ", Minute.Format(activity.At));
        Line(facts, "From: ", from);
        Line(facts, "To: ", to);
        Line(facts, "Recording: ", (activity as CallLogging)?.RecordingLink?.AbsoluteUri);
        var body = CutLines(activity.Body.ReplaceLineEndings("\n"), MostOfDescription - LengthOf($"\n{facts}"));
        return body.Length == 0 ? facts.ToString() : $"{body}\n{facts}";
    }

    /// <summary>Cuts a text to a length, and no character in two.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    // Salesforce counts the end of a line as two characters.
    private static int LengthOf(string text) => text.Length + text.AsSpan().Count('\n');

    private static string CutLines(string text, int most)
    {
        var length = 0;
        for (var place = 0; place < text.Length; place++)
        {
            length += text[place] == '\n' ? 2 : 1;
            if (length > most)
            {
                return Cut(text, place);
            }
        }

        return text;
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(name).Append(value);
        }
    }
}

using System.Text;
using NodaTime.Text;

namespace CrmMapping.Salesforce;

/// <summary>Words what a task has no field for: when in the day, and between which numbers.</summary>
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
        var text = new StringBuilder(activity.Body);
        Line(text, "Time: ", Minute.Format(activity.At));
        Line(text, "From: ", from);
        Line(text, "To: ", to);
        Line(text, "Recording: ", (activity as CallLogging)?.RecordingLink?.AbsoluteUri);
        return Cut(text.ToString(), MostOfDescription);
    }

    /// <summary>Cuts a text to a length, and no character in two.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(name).Append(value);
        }
    }
}

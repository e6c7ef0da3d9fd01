using System.Globalization;
using System.Text;

namespace CrmMapping.Pipedrive;

/// <summary>Says how far the changes were read. Times are whole seconds, as Pipedrive's are. Immutable.</summary>
/// <param name="Floor">Everything before this time was read for good.</param>
/// <param name="At">Where the running scan goes on; never before the floor.</param>
/// <param name="Cursor">Within a scan of one crowded second, where it goes on; null otherwise, and empty at its beginning.</param>
/// <param name="IsSettled">Whether the crowded second was old enough to be whole when its scan began.</param>
/// <param name="Recent">What was read at or after the floor and cannot have changed since within its second, so that it is not given again.</param>
internal sealed record ChangePosition(long Floor, long At, string? Cursor, bool IsSettled, IReadOnlyDictionary<long, long> Recent)
{
    private const string Version = "1";

    public static ChangePosition From(long floor) => new(floor, floor, null, false, new Dictionary<long, long>());

    /// <summary>Reads a position.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ChangePosition Parse(string text)
    {
        if (text.Split('|') is not [Version, var floor, var at, var cursor, var settled, var recent])
        {
            throw new FormatException("The position is none that this adapter wrote.");
        }

        var start = Number(floor);
        return new ChangePosition(
            start, Number(at), cursor.Length == 0 ? null : Uri.UnescapeDataString(cursor[1..]), settled == "1",
            recent.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry.Split(':'))
                .ToDictionary(static entry => Number(entry[0]), entry => start + Number(entry[1])));
    }

    public override string ToString()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Version}|{Floor}|{At}|{(Cursor is null ? "" : "c" + Uri.EscapeDataString(Cursor))}|{(IsSettled ? 1 : 0)}|");
        foreach (var (id, time) in Recent)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id}:{time - Floor},");
        }

        return text.ToString();
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

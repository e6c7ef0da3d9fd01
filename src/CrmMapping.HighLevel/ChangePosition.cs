using System.Globalization;
using System.Text;

namespace CrmMapping.HighLevel;

/// <summary>Says how far the changes were read. Immutable.</summary>
/// <param name="Floor">Everything before this time was read for good.</param>
/// <param name="Horizon">Where the floor will be once the running scan is over; 0 while none is running.</param>
/// <param name="After">Where the running scan goes on, in the search's own words; null before its first page.</param>
/// <param name="IsOfAll">Whether the running scan goes through all contacts.</param>
/// <param name="Recent">What was read at or after the floor, so that it is not given again.</param>
internal sealed record ChangePosition(long Floor, long Horizon, string? After, bool IsOfAll, IReadOnlyDictionary<string, long> Recent)
{
    private const string Version = "2";
    private const string All = "all";

    public static ChangePosition From(long floor) => new(floor, 0, null, false, new Dictionary<string, long>());

    /// <summary>Reads a position.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ChangePosition Parse(string text)
    {
        if (text.Split('|') is not [Version, var floor, var horizon, var after, var ofAll, var recent])
        {
            throw new FormatException("The position is none that this adapter wrote.");
        }

        var start = Number(floor);
        return new ChangePosition(
            start, Number(horizon), after.Length == 0 ? null : Uri.UnescapeDataString(after), ofAll == All,
            recent.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry.Split(':'))
                .ToDictionary(static entry => Uri.UnescapeDataString(entry[0]), entry => start + Number(entry[1]), StringComparer.Ordinal));
    }

    public override string ToString()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Version}|{Floor}|{Horizon}|{Uri.EscapeDataString(After ?? "")}|{(IsOfAll ? All : "")}|");
        foreach (var (id, time) in Recent)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(id)}:{time - Floor},");
        }

        return text.ToString();
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;

namespace CrmMapping.HubSpot;

/// <summary>Says how far the changes were read. Immutable.</summary>
/// <param name="Floor">Everything before this time was read for good.</param>
/// <param name="At">Where the running scan goes on; never before the floor.</param>
/// <param name="AfterId">Within a scan of one crowded instant, the last id read; null otherwise.</param>
/// <param name="IsSettled">Whether the crowded instant was old enough to be whole when its scan began.</param>
/// <param name="Recent">What was read at or after the floor, so that it is not given again.</param>
/// <param name="Bin">Where the walk through the bin goes on; null at its beginning.</param>
internal sealed record ChangePosition(
    long Floor, long At, long? AfterId, bool IsSettled, IReadOnlyDictionary<long, long> Recent, string? Bin = null)
{
    private const string Version = "2";

    public static ChangePosition From(long floor) => new(floor, floor, null, false, new Dictionary<long, long>());

    /// <summary>Reads a position.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ChangePosition Parse(string text)
    {
        // Version 1 knew no bin.
        var (floor, at, after, settled, recent, bin) = text.Split('|') switch
        {
            ["1", var a, var b, var c, var d, var e] => (a, b, c, d, e, ""),
            [Version, var a, var b, var c, var d, var e, var f] => (a, b, c, d, e, f),
            _ => throw new FormatException("The position is none that this adapter wrote."),
        };
        var start = Number(floor);
        return new ChangePosition(
            start, Number(at), after.Length == 0 ? null : Number(after), settled == "1",
            recent.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(':'))
                .ToDictionary(entry => Number(entry[0]), entry => start + Number(entry[1])),
            bin.Length == 0 ? null : Uri.UnescapeDataString(bin));
    }

    public override string ToString()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Version}|{Floor}|{At}|{AfterId}|{(IsSettled ? 1 : 0)}|");
        foreach (var (id, time) in Recent)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id}:{time - Floor},");
        }

        return text.Append('|').Append(Uri.EscapeDataString(Bin ?? "")).ToString();
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;

namespace CrmMapping.Salesforce;

/// <summary>Says how far the changes were read. Immutable; times are milliseconds of Unix time.</summary>
/// <param name="Floor">Where the next scan begins.</param>
/// <param name="At">The time at which the running scan goes on.</param>
/// <param name="AfterId">The last record of that time that was read; null for none.</param>
/// <param name="Horizon">The floor of the scan after the running one; null where none runs.</param>
/// <param name="Recent">What was read at or after the floor, so that it is not given again.</param>
internal sealed record ChangePosition(long Floor, long At, string? AfterId, long? Horizon, IReadOnlyDictionary<string, long> Recent)
{
    private const string Version = "1";

    public static ChangePosition From(long floor) => new(floor, floor, null, null, new Dictionary<string, long>());

    /// <summary>Reads a position.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ChangePosition Parse(string text)
    {
        if (text.Split('|') is not [Version, var floor, var at, var after, var horizon, var recent])
        {
            throw new FormatException("The position is none that this adapter wrote.");
        }

        var start = Number(floor);
        return new ChangePosition(
            start, Number(at), after.Length == 0 ? null : after, horizon.Length == 0 ? null : Number(horizon),
            recent.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static entry => entry.Split(':'))
                .ToDictionary(static entry => entry[0], entry => start + Number(entry[1]), StringComparer.Ordinal));
    }

    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Version}|{Floor}|{At}|{AfterId}|{Horizon}|");
        foreach (var (id, time) in Recent)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id}:{time - Floor},");
        }

        return text.ToString();
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

using System.Globalization;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Says where a read of all records goes on: at Salesforce's own place, and after which id should that be lost. Immutable.</summary>
/// <param name="AfterId">The last id that was read.</param>
/// <param name="Next">The address of a query's next page; null where there is none.</param>
/// <param name="Job">The job that reads the rest; null where queries do.</param>
internal sealed record PageCursor(string AfterId, string? Next, QueryJob? Job = null)
{
    private const string OfQuery = "1";
    private const string OfJob = "2";

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static PageCursor Parse(string text)
    {
        if (text.Split('|', 3) is [OfQuery, var after, var next] && RecordId.IsId(after))
        {
            return new PageCursor(after, OrNull(next));
        }

        return text.Split('|', 5) is [OfJob, var last, var job, var created, var locator] && RecordId.IsId(last) && RecordId.IsId(job)
            ? new PageCursor(last, Next: null, new QueryJob(job, Instant.FromUnixTimeMilliseconds(long.Parse(created, CultureInfo.InvariantCulture)), OrNull(locator)))
            : throw new FormatException("The cursor is none that this adapter wrote.");
    }

    public override string ToString() => Job is null
        ? $"{OfQuery}|{AfterId}|{Next}"
        : string.Create(CultureInfo.InvariantCulture, $"{OfJob}|{AfterId}|{Job.Id}|{Job.CreatedAt.ToUnixTimeMilliseconds()}|{Job.Locator}");

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

using System.Globalization;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Tells which contacts changed, in the order of time, a page at a call, and loses none of them.</summary>
/// <remarks>
/// A page begins at the last time of the page before, never at an offset: records that change meanwhile shift nothing, and the
/// 10,000 that a search gives at most are never reached. An instant that fills a page by itself is read in the order of ids. Search
/// knows of a change some time later, so the floor, from which the next scan begins, stays behind that lag. It knows of no archived
/// contact, so each scan ends with a page of the bin, which is walked through again and again.
/// </remarks>
internal sealed class ChangeScanner(ContactsApi api, ContactCounter counter, ContactReader reader, Duration lag, IClock clock)
{
    private const string Modified = ContactsApi.Modified;
    private const string Id = "hs_object_id";
    private const int MaxRecent = 1000;

    // The Date header counts whole seconds.
    private static readonly Duration DateStep = Duration.FromSeconds(1);

    // Where an answer bears no date, this machine's clock is trusted no further than this.
    private static readonly Duration ClockDoubt = Duration.FromMinutes(15);

    /// <summary>Asks HubSpot for the present position; the same answer tells how many contacts there are.</summary>
    public async Task PresentAsync(CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        var count = await counter.CountAsync(cancellationToken).ConfigureAwait(false);
        page.Total = count.Total;
        page.Next = ChangePosition.From(Horizon(asked, count.Answer)).ToString();
    }

    /// <summary>Reads the next page.</summary>
    public async Task<ChangePosition> ReadAsync(
        CrmFieldSet fields, ChangePosition position, CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        using var thin = CrmPage.Rent();
        var answer = await api.SearchAsync(fields, SearchAt(position), thin, cancellationToken).ConfigureAwait(false);
        var next = Advance(position, thin, answer.HasMore, Horizon(asked, answer));
        page.HasMore = answer.HasMore || position.AfterId is not null;
        foreach (var record in thin.Where(record => !WasRead(position, record)))
        {
            Tell(record, page.Add(fields.Count));
        }

        if (!page.HasMore)
        {
            next = next with { Bin = await reader.ReadBinAsync(fields, position.Bin, page, cancellationToken).ConfigureAwait(false) };
        }

        page.Next = next.ToString();
        return next;
    }

    // What the search holds of a record may be older than the record: its values are read by id.
    private static void Tell(CrmRecord record, CrmRecord news)
    {
        news.Id = record.Id;
        news.RequestedId = record.Id;
        news.ModifiedAt = record.ModifiedAt;
        news.HasValues = false;
    }

    private static ContactSearch SearchAt(ChangePosition position) => position.AfterId is { } after
        ? Search([new(Modified, "EQ", Text(position.At)), new(Id, "GT", Text(after))], Id)
        : Search([new(Modified, "GTE", Text(position.At))], Modified);

    private static ContactSearch Search(SearchFilter[] filters, string sortedBy) =>
        new() { Groups = [filters], SortedBy = sortedBy, Properties = [Modified] };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool WasRead(ChangePosition position, CrmRecord record) =>
        position.Recent.TryGetValue(Number(record.Id), out var time) && time == Time(record);

    private static long Time(CrmRecord record) => record.ModifiedAt?.ToUnixTimeMilliseconds() ?? 0;

    private static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    // What changed before the horizon is in the index by now, whichever of the two clocks is the slower one.
    private long Horizon(Instant asked, SearchAnswer answer)
    {
        var theirs = answer.Date is { } date ? date - Duration.FromTimeSpan(answer.Elapsed) - DateStep : asked - ClockDoubt;
        return (Instant.Min(asked, theirs) - lag).ToUnixTimeMilliseconds();
    }

    private static ChangePosition Advance(ChangePosition position, CrmPage read, bool hasMore, long horizon)
    {
        // Only where nothing lies between the floor and this page can the floor follow.
        var joins = position.Floor == position.At;
        if (position.AfterId is not null)
        {
            return hasMore && read.Count > 0
                ? Keep(position with { AfterId = Number(read[^1].Id) }, read)
                : Keep(
                    position with
                    {
                        Floor = position.IsSettled ? position.At + 1 : position.Floor,
                        At = position.At + 1,
                        AfterId = null,
                        IsSettled = false,
                    },
                    read);
        }

        if (!hasMore || read.Count == 0)
        {
            // The scan is over; the next one begins where something may still turn up.
            var end = joins ? Math.Max(position.Floor, horizon) : position.Floor;
            return Keep(position with { Floor = end, At = end }, read);
        }

        var last = Time(read[^1]);
        if (last <= position.At)
        {
            return Keep(position with { AfterId = 0, IsSettled = joins && position.At <= horizon }, read);
        }

        var floor = joins ? Math.Max(position.Floor, Math.Min(last, horizon)) : position.Floor;
        return Keep(position with { Floor = floor, At = last }, read);
    }

    private static ChangePosition Keep(ChangePosition position, CrmPage read)
    {
        var recent = position.Recent.Where(entry => entry.Value >= position.Floor).ToDictionary();
        foreach (var record in read)
        {
            // Beyond this many a record is given again, which is harmless.
            if (Time(record) >= position.Floor && (recent.Count < MaxRecent || recent.ContainsKey(Number(record.Id))))
            {
                recent[Number(record.Id)] = Time(record);
            }
        }

        return position with { Recent = recent };
    }
}

using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Tells which records changed, in the order of time, a page at a call, and loses none of them.</summary>
/// <remarks>
/// A page begins after the last record of the page before, by time and id: records that change meanwhile shift nothing, and any number
/// may bear one time. A record may show after others of a later time, as its transaction ended late: each scan begins so far before the
/// beginning of the one before that no request can have lasted longer.
/// </remarks>
internal sealed class ChangeScanner(RecordsApi api, Duration overlap, IClock clock)
{
    private const int PageSize = 2000;
    private const int MaxRecent = 1000;

    // The Date header counts whole seconds, and so do the times of records.
    private static readonly Duration Grain = Duration.FromSeconds(2);

    // Where an answer bears no date, this machine's clock is trusted no further than this.
    private static readonly Duration ClockDoubt = Duration.FromMinutes(15);

    private long Overlap { get; } = (long)overlap.TotalMilliseconds;

    /// <summary>Asks Salesforce for the present position. What changed until now counts as read.</summary>
    public async Task PresentAsync(CrmFieldSet fields, CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        using var latest = CrmPage.Rent();
        var none = new CrmFieldSet(fields.RecordType, []);
        var query = new RecordQuery
        {
            Where = $"{ObjectNames.Modified} >= {Soql.Literal(asked - ClockDoubt - overlap)}", OrderBy = $"{ObjectNames.Modified} DESC",
            Limit = MaxRecent, WithDeleted = true,
        };
        var answer = await api.QueryAsync(none, query, latest, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
        var settled = Settled(asked, answer);
        page.Next = Keep(ChangePosition.From(settled - Overlap), latest, settled).ToString();
    }

    /// <summary>Reads the next page.</summary>
    public async Task ReadAsync(CrmFieldSet fields, ChangePosition position, CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        using var read = CrmPage.Rent();
        var masters = new Dictionary<string, string>(StringComparer.Ordinal);
        var query = new RecordQuery
        {
            Where = Since(position), OrderBy = $"{ObjectNames.Modified},{ObjectNames.Id}", Limit = PageSize, WithDeleted = true,
        };
        var answer = await api.QueryAsync(fields, query, read, masters, cancellationToken).ConfigureAwait(false);
        page.HasMore = answer.Count == PageSize || answer.Next is not null;
        foreach (var record in read.Where(record => !WasRead(position, record)))
        {
            Tell(RecordCopies.Append(page, record), masters);
        }

        page.Next = Advance(position, read, answer, page.HasMore, Settled(asked, answer)).ToString();
    }

    private static string Since(ChangePosition position)
    {
        var at = Soql.Literal(Instant.FromUnixTimeMilliseconds(position.At));
        return position.AfterId is { } after
            ? $"({ObjectNames.Modified} > {at} OR ({ObjectNames.Modified} = {at} AND {ObjectNames.Id} > {Soql.Literal(after)}))"
            : $"{ObjectNames.Modified} >= {at}";
    }

    // What was merged away is read by its id, under which its survivor comes.
    private static void Tell(CrmRecord record, Dictionary<string, string> masters)
    {
        if (record.IsArchived && masters.ContainsKey(record.Id))
        {
            (record.IsArchived, record.HasValues) = (false, false);
            record.Values.Reset(record.Values.Count);
        }
    }

    private ChangePosition Advance(ChangePosition position, CrmPage read, QueryAnswer answer, bool hasMore, long settled)
    {
        // What the next scan begins with counts from the beginning of this one, as rows before its place may still turn up.
        var next = position.Horizon ?? settled - Overlap;
        if (hasMore && answer is { LastId: { } id, LastModified: { } last })
        {
            return Keep(position with { At = last.ToUnixTimeMilliseconds(), AfterId = id, Horizon = next }, read, settled);
        }

        var floor = Math.Max(position.Floor, next);
        return Keep(position with { Floor = floor, At = floor, AfterId = null, Horizon = null }, read, settled);
    }

    // A time is a whole second, in which a record may change again after it was read: what is that young is given again.
    private static ChangePosition Keep(ChangePosition position, CrmPage read, long settled)
    {
        var recent = position.Recent.Where(entry => entry.Value >= position.Floor).ToDictionary(StringComparer.Ordinal);
        foreach (var record in read)
        {
            // Beyond this many a record is given again, which is harmless.
            if (Time(record) >= position.Floor && Time(record) < settled && (recent.Count < MaxRecent || recent.ContainsKey(record.Id)))
            {
                recent[record.Id] = Time(record);
            }
        }

        return position with { Recent = recent };
    }

    private static bool WasRead(ChangePosition position, CrmRecord record) =>
        position.Recent.TryGetValue(record.Id, out var time) && time == Time(record);

    private static long Time(CrmRecord record) => record.ModifiedAt?.ToUnixTimeMilliseconds() ?? 0;

    private static long Settled(Instant asked, QueryAnswer answer)
    {
        var theirs = answer.Date is { } date ? date - Duration.FromTimeSpan(answer.Elapsed) - Grain : asked - ClockDoubt;
        return theirs.ToUnixTimeMilliseconds();
    }
}

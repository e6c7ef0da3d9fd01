using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Pipedrive;

/// <summary>Tells which persons changed, in the order of time, a page at a call, and loses none of them.</summary>
/// <remarks>
/// A page begins at the last second of the page before, never at a cursor: persons that change meanwhile shift nothing, and a position
/// never ends. A second that fills a page by itself is read in the order of ids. Lists may know of a change some time later, so the floor,
/// from which the next scan begins, stays behind that lag. Pipedrive's times are whole seconds: a person that is read within the
/// second of its change may change again in it, so it is given once more. Deleted persons are in no list; webhooks tell of them.
/// </remarks>
internal sealed class ChangeScanner(ContactsApi api, AccountSchema schema, Duration lag, IClock clock)
{
    private const int MaxRecent = 1000;

    // Pipedrive refuses fractions of a second.
    private static readonly InstantPattern Seconds = InstantPattern.General;

    // The Date header counts whole seconds.
    private static readonly Duration DateStep = Duration.FromSeconds(1);

    // Where an answer bears no date, this machine's clock is trusted no further than this.
    private static readonly Duration ClockDoubt = Duration.FromMinutes(15);

    /// <summary>Asks Pipedrive for the present position.</summary>
    public async Task PresentAsync(CrmFieldSet fields, CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        using var ignored = CrmPage.Rent();
        var answer = await api.ListAsync("ask for the time", fields, "sort_by=id&limit=1", null, ignored, cancellationToken).ConfigureAwait(false);
        page.Next = ChangePosition.From(Second(Answered(asked, answer) - lag)).ToString();
    }

    /// <summary>Reads the next page.</summary>
    public async Task<ChangePosition> ReadAsync(
        CrmFieldSet fields, ChangePosition position, CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        using var read = CrmPage.Rent();
        var (present, answer) = await ListAsync(fields, position, read, cancellationToken).ConfigureAwait(false);
        var answered = Answered(asked, answer);
        var next = Advance(present, read, answer.Cursor, Second(answered - lag), Second(answered));
        page.HasMore = answer.Cursor is not null || present.Cursor is not null;
        foreach (var record in read.Where(record => !WasRead(present, record)))
        {
            Records.Copy(record, page.Add(fields.Count));
        }

        await schema.CompleteAsync(api, fields, page, cancellationToken).ConfigureAwait(false);
        page.Next = next.ToString();
        return next;
    }

    private async Task<(ChangePosition Position, ListAnswer Answer)> ListAsync(
        CrmFieldSet fields, ChangePosition position, CrmPage read, CancellationToken cancellationToken)
    {
        var cursor = position.Cursor is { Length: > 0 } ? position.Cursor : null;
        try
        {
            return (position, await api.ListAsync("read changes", fields, QueryOf(position), cursor, read, cancellationToken).ConfigureAwait(false));
        }
        catch (CrmException failure) when (failure.Failure == CrmFailure.Refused && cursor is not null)
        {
            // The cursor has ended: the second is read from its beginning.
            var again = position with { Cursor = "", IsSettled = false };
            return (again, await api.ListAsync("read changes", fields, QueryOf(again), null, read, cancellationToken).ConfigureAwait(false));
        }
    }

    private static string QueryOf(ChangePosition position) => position.Cursor is null
        ? $"updated_since={Text(position.At)}&sort_by=update_time&sort_direction=asc&limit={ContactsApi.MaxPage}"
        : $"updated_since={Text(position.At)}&updated_until={Text(position.At + 1)}&sort_by=id&limit={ContactsApi.MaxPage}";

    private static string Text(long seconds) => Uri.EscapeDataString(Seconds.Format(Instant.FromUnixTimeSeconds(seconds)));

    private static bool WasRead(ChangePosition position, CrmRecord record) =>
        position.Recent.TryGetValue(Number(record.Id), out var time) && time == Time(record);

    private static long Time(CrmRecord record) => record.ModifiedAt is { } at ? Second(at) : 0;

    private static long Second(Instant at) => at.ToUnixTimeSeconds();

    private static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    // The answer was made no earlier than this, whichever of the two clocks is the slower one.
    private static Instant Answered(Instant asked, ListAnswer answer)
    {
        var theirs = answer.Date is { } date ? date - Duration.FromTimeSpan(answer.Elapsed) - DateStep : asked - ClockDoubt;
        return Instant.Min(asked, theirs);
    }

    private static ChangePosition Advance(ChangePosition position, CrmPage read, string? cursor, long horizon, long answered)
    {
        // Only where nothing lies between the floor and this page can the floor follow.
        var joins = position.Floor == position.At;
        if (position.Cursor is not null)
        {
            var after = cursor is not null
                ? position with { Cursor = cursor }
                : position with
                {
                    Floor = position.IsSettled ? position.At + 1 : position.Floor,
                    At = position.At + 1,
                    Cursor = null,
                    IsSettled = false,
                };
            return Keep(after, read, answered);
        }

        if (cursor is null || read.Count == 0)
        {
            // The scan is over; the next one begins where something may still turn up.
            var end = joins ? Math.Max(position.Floor, horizon) : position.Floor;
            return Keep(position with { Floor = end, At = end }, read, answered);
        }

        var last = Time(read[^1]);
        if (last <= position.At)
        {
            return Keep(position with { Cursor = "", IsSettled = joins && position.At < horizon }, read, answered);
        }

        var floor = joins ? Math.Max(position.Floor, Math.Min(last, horizon)) : position.Floor;
        return Keep(position with { Floor = floor, At = last }, read, answered);
    }

    private static ChangePosition Keep(ChangePosition position, CrmPage read, long answered)
    {
        var recent = position.Recent.Where(entry => entry.Value >= position.Floor).ToDictionary();
        foreach (var record in read)
        {
            // Beyond this many a person is given again, which is harmless.
            var isOver = Time(record) < answered;
            if (isOver && Time(record) >= position.Floor && (recent.Count < MaxRecent || recent.ContainsKey(Number(record.Id))))
            {
                recent[Number(record.Id)] = Time(record);
            }
        }

        return position with { Recent = recent };
    }
}

using NodaTime;
using NodaTime.Text;

namespace CrmMapping.HighLevel;

/// <summary>Tells which contacts changed, a page at a call, and loses none that search comes to know of within its lag.</summary>
/// <remarks>
/// A scan goes from the floor to the end of what the search holds; only then the floor moves, to the time at which the scan began less the
/// lag. So nothing depends on the order in which search gives contacts, or on whether it keeps to the filter: where it refuses the filter, all
/// contacts are gone through. It knows of no deleted contact.
/// </remarks>
internal sealed class ChangeScanner(ContactsApi api, ContactReader reader, Duration lag, IClock clock)
{
    private const string Modified = "dateUpdated";
    private const int MaxRecent = 1000;

    // The Date header counts whole seconds.
    private static readonly Duration DateStep = Duration.FromSeconds(1);

    // Where an answer bears no date, this machine's clock is trusted no further than this.
    private static readonly Duration ClockDoubt = Duration.FromMinutes(15);

    /// <summary>Asks HighLevel for the present position; the same answer tells how many contacts there are.</summary>
    public async Task PresentAsync(CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        var answer = await api.SearchAsync(new ContactSearch { Limit = 1 }, cancellationToken).ConfigureAwait(false);
        page.Total = answer.Total;
        page.Next = ChangePosition.From(Horizon(asked, answer)).ToString();
    }

    /// <summary>Reads the next page.</summary>
    public async Task ReadAsync(CrmFieldSet fields, ChangePosition position, CrmPage page, CancellationToken cancellationToken)
    {
        var asked = clock.GetCurrentInstant();
        var search = position.IsOfAll ? OfAll(position) : OfChanged(position);
        SearchAnswer answer;
        try
        {
            answer = await api.SearchAsync(search, cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException refusal) when (refusal.Failure == CrmFailure.Refused && position is { IsOfAll: false, After: null })
        {
            (position, search) = (position with { IsOfAll = true }, OfAll(position));
            answer = await api.SearchAsync(search, cancellationToken).ConfigureAwait(false);
        }

        foreach (var hit in answer.Hits.Where(hit => IsNews(position, hit)))
        {
            // What the search holds of a contact may be older than the contact: its values are read by id.
            var news = page.Add(fields.Count);
            (news.Id, news.RequestedId, news.ModifiedAt, news.HasValues) = (hit.Id, hit.Id, hit.ModifiedAt, false);
        }

        var horizon = position.After is null ? Horizon(asked, answer) : position.Horizon;
        var after = reader.Onward(position.After, answer, search.Limit);
        page.HasMore = after is not null;
        var next = page.HasMore
            ? position with { Horizon = horizon, After = after }
            : position with { Floor = Math.Max(position.Floor, horizon), Horizon = 0, After = null, IsOfAll = false };
        page.Next = Keep(next, answer.Hits).ToString();
    }

    private static ContactSearch OfChanged(ChangePosition position)
    {
        var floor = InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeMilliseconds(position.Floor));
        return new ContactSearch
        {
            AnyOf = [SearchFilter.Since(Modified, floor)], SortedBy = Modified, After = position.After, Limit = ContactSearch.MaxRead,
        };
    }

    private static ContactSearch OfAll(ChangePosition position) => new() { After = position.After };

    private static bool IsNews(ChangePosition position, SearchHit hit) =>
        hit.ModifiedAt is not { } at
        || (at.ToUnixTimeMilliseconds() >= position.Floor && position.Recent.GetValueOrDefault(hit.Id, -1) != at.ToUnixTimeMilliseconds());

    // What changed before the horizon is in the index by now, whichever of the two clocks is the slower one.
    private long Horizon(Instant asked, SearchAnswer answer)
    {
        var theirs = answer.Date is { } date ? date - Duration.FromTimeSpan(answer.Elapsed) - DateStep : asked - ClockDoubt;
        return (Instant.Min(asked, theirs) - lag).ToUnixTimeMilliseconds();
    }

    private static ChangePosition Keep(ChangePosition position, IReadOnlyList<SearchHit> read)
    {
        var recent = position.Recent.Where(entry => entry.Value >= position.Floor).ToDictionary(StringComparer.Ordinal);
        foreach (var hit in read)
        {
            // Beyond this many a contact is given again, which is harmless.
            if (hit.ModifiedAt?.ToUnixTimeMilliseconds() is { } at && at >= position.Floor && (recent.Count < MaxRecent || recent.ContainsKey(hit.Id)))
            {
                recent[hit.Id] = at;
            }
        }

        return position with { Recent = recent };
    }
}

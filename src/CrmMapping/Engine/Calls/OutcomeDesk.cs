using System.Collections.Concurrent;
using NodaTime;

namespace CrmMapping;

/// <summary>Knows what the outcomes of connections' calls are decided by, and asks anew when that is old.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class OutcomeDesk(IActivityStore store, Telephonies telephonies, ICallOutcomes? outcomes, IClock clock)
{
    // A CRM does not tell when an outcome was deleted: it is seen at most this much later.
    private static readonly Duration OutcomesLife = Duration.FromMinutes(1);
    private static readonly Duration TagsLife = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Read> _reads = new(StringComparer.Ordinal);

    /// <summary>Makes what decides for a connection's calls; null where the application decides no outcomes.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="session">Its CRM.</param>
    /// <param name="freshTags">Whether tags that were read before will not do.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<ICallJudge?> OpenAsync(
        Connection connection, ICrmSession session, bool freshTags, CancellationToken cancellationToken)
    {
        if (outcomes is null)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var last = _reads.GetValueOrDefault(connection.Name);
        var isOld = last is null || now >= last.OfferedAt + OutcomesLife || now < last.OfferedAt;
        var tagsAreOld = freshTags || last is null || now >= last.TagsAt + TagsLife || now < last.TagsAt;
        var offered = isOld ? await OfferedAsync(session, cancellationToken).ConfigureAwait(false) : null;
        var tags = tagsAreOld
            ? await telephonies.ReadTagsAsync(connection.Tenant, cancellationToken).ConfigureAwait(false)
            : last!.Tags;
        _reads[connection.Name] = new Read(isOld ? now : last!.OfferedAt, tagsAreOld ? now : last!.TagsAt, tags);

        var read = await ReadKeptAsync(connection.Name, cancellationToken).ConfigureAwait(false);
        var judge = outcomes.Open(read.Rules, read.History, offered, tags, now);
        await KeepAsync(connection.Name, read.History, judge, cancellationToken).ConfigureAwait(false);
        return judge;
    }

    /// <summary>Reads everything at this moment, and keeps what was seen of the outcomes.</summary>
    public async Task<OfferedOutcomes> ReadAsync(Connection connection, ICrmSession session, CancellationToken cancellationToken)
    {
        var offered = await OfferedAsync(session, cancellationToken).ConfigureAwait(false);
        var tags = await telephonies.ReadTagsAsync(connection.Tenant, cancellationToken).ConfigureAwait(false);
        var read = await ReadKeptAsync(connection.Name, cancellationToken).ConfigureAwait(false);
        if (outcomes?.Open(read.Rules, read.History, offered, tags, clock.GetCurrentInstant()) is { } judge)
        {
            await KeepAsync(connection.Name, read.History, judge, cancellationToken).ConfigureAwait(false);
            read = (read.Rules, judge.History);
        }

        return new OfferedOutcomes(read.Rules, read.History, offered, tags);
    }

    private static async Task<IReadOnlyList<FieldOption>?> OfferedAsync(ICrmSession session, CancellationToken cancellationToken) =>
        session is IReadsCallDispositions crm ? await crm.ReadCallDispositionsAsync(cancellationToken).ConfigureAwait(false) : null;

    private async Task<(OutcomeRulesVersion? Rules, string? History)> ReadKeptAsync(string connection, CancellationToken cancellationToken)
    {
        var rules = await store.ReadOutcomeRulesAsync(connection, 1, cancellationToken).ConfigureAwait(false);
        return (rules.Count == 0 ? null : rules[0], await store.FindOutcomeHistoryAsync(connection, cancellationToken).ConfigureAwait(false));
    }

    private async Task KeepAsync(string connection, string? before, ICallJudge judge, CancellationToken cancellationToken)
    {
        if (judge.History != before)
        {
            await store.SaveOutcomeHistoryAsync(connection, judge.History, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed record Read(Instant OfferedAt, Instant TagsAt, IReadOnlyList<CallTag>? Tags);
}

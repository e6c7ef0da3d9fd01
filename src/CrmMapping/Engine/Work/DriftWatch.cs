namespace CrmMapping;

/// <summary>Tells people of CRM fields that drifted, one issue a field, and lets contacts that waited for a field be worked again once it is well.</summary>
internal sealed class DriftWatch(ConnectionScope scope)
{
    private const int PageSize = 500;

    private string Name => scope.Connection.Name;

    /// <summary>Brings issues, waiting contacts and what is remembered of the fields in line with the fields as they are now.</summary>
    /// <returns>True when fields came back, so that the scope is to be opened anew to know of it.</returns>
    public async Task<bool> SettleAsync(CancellationToken cancellationToken)
    {
        var open = await scope.Store.ReadIssuesAsync(Name, new IssueQuery { OfConnection = true }, cancellationToken).ConfigureAwait(false);
        var healed = open.Where(issue => IsHealed(issue.Field!)).ToList();
        if (healed.Count > 0)
        {
            // Before the issue goes: after a crash in between they are looked for again.
            await WorkAgainAsync([.. healed.Select(static issue => issue.Field!).Distinct()], cancellationToken).ConfigureAwait(false);
        }

        List<string> back = [.. healed.Where(static issue => issue.Code == IssueCode.FieldMissing).Select(static issue => issue.Field!)];
        var moved = await MovedAsync(back, cancellationToken).ConfigureAwait(false);
        if (moved.Count > 0 || !IsSame(open, Drifts()))
        {
            await TellAsync(open, moved, cancellationToken).ConfigureAwait(false);
        }

        return back.Count > 0;
    }

    // What is remembered of the fields of each kind of record, where it is other than before.
    private async Task<List<KeyValuePair<string, string?>>> MovedAsync(List<string> back, CancellationToken cancellationToken)
    {
        var moved = new List<KeyValuePair<string, string?>>();
        foreach (var kind in scope.Kinds)
        {
            var name = PositionNames.Schema(kind.RecordType);
            var before = await scope.Store.FindPositionAsync(Name, name, cancellationToken).ConfigureAwait(false);
            List<string> mapped = back.FindAll(field => kind.Map.FindOrdinal(field) >= 0);
            var after = SchemaMemory.Parse(before).After(kind.Map, kind.MappingVersion).Back(mapped, scope.Now).ToString();
            if (before != after)
            {
                moved.Add(new(name, after));
            }
        }

        return moved;
    }

    // A field that drifted in several kinds of record is one issue.
    private List<SyncIssue> Drifts() =>
    [
        .. scope.Kinds.SelectMany(static kind => kind.Map.Drifts)
            .GroupBy(static drift => (drift.Code, Field: drift.Mapping.Local.Key))
            .Select(same => new SyncIssue
            {
                Code = same.Key.Code,
                Field = same.Key.Field,
                Message = string.Join(' ', same.Select(static drift => drift.Message).Distinct()),
                At = scope.Now,
            }),
    ];

    private bool IsHealed(string field) =>
        scope.Kinds.Any(kind => kind.Map.FindOrdinal(field) >= 0)
        && scope.Kinds.All(kind => kind.Map.Drifts.All(drift => drift.Mapping.Local.Key != field));

    private static bool IsSame(IReadOnlyList<SyncIssue> open, IReadOnlyList<SyncIssue> drifts) =>
        open.Select(static issue => (issue.Code, issue.Field, issue.Message)).ToHashSet()
            .SetEquals(drifts.Select(static drift => (drift.Code, drift.Field, drift.Message)));

    private async Task TellAsync(
        IReadOnlyList<SyncIssue> open, List<KeyValuePair<string, string?>> moved, CancellationToken cancellationToken)
    {
        var drifts = Drifts();
        foreach (var drift in drifts.Where(drift => open.All(issue => issue.Field != drift.Field)))
        {
            scope.Logger.FieldDrifted(Name, drift.Field!, drift.Message);
        }

        await scope.CommitAsync(
            scope.NewCommit() with { Replanned = [""], Issues = drifts, Positions = moved }, cancellationToken).ConfigureAwait(false);
    }

    // Contacts that came to rest while a field drifted bear its mark; what changed on either side meanwhile differs from their bases still.
    private async Task WorkAgainAsync(List<string> healed, CancellationToken cancellationToken)
    {
        var marks = healed.ConvertAll(MapStamp.MarkOf);
        string? after = null;
        do
        {
            var links = await scope.Store.ReadLinkPageAsync(Name, after, PageSize, cancellationToken).ConfigureAwait(false);
            after = links.Count == 0 ? null : links[^1].LocalId;
            var waiting = links.Where(link => link.SettledStamp is not { } stamp || marks.Exists(mark => stamp.Contains(mark, StringComparison.Ordinal)));
            await scope.Store.AddNoticesAsync([.. waiting.Select(Notice)], scope.Now, cancellationToken).ConfigureAwait(false);
        }
        while (after is not null);
    }

    private Notice Notice(ContactLink link) => new()
    {
        Connection = Name,
        Side = SyncSide.Local,
        Id = link.LocalId,
        Priority = NoticePriority.Retry,
    };
}

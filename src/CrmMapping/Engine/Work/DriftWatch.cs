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
        var before = await scope.Store.FindPositionAsync(Name, PositionNames.Schema, cancellationToken).ConfigureAwait(false);
        var after = SchemaMemory.Parse(before).After(scope.Map, scope.MappingVersion).Back(back, scope.Now).ToString();
        if (before != after || !IsSame(open, scope.Map.Drifts))
        {
            await TellAsync(open, after, cancellationToken).ConfigureAwait(false);
        }

        return back.Count > 0;
    }

    private bool IsHealed(string field) =>
        scope.Map.Set.FindByLocal(field) is not null && scope.Map.Drifts.All(drift => drift.Mapping.Local.Key != field);

    private static bool IsSame(IReadOnlyList<SyncIssue> open, IReadOnlyList<MappingSuspension> drifts) =>
        open.Select(static issue => (issue.Code, Field: issue.Field!, issue.Message)).ToHashSet()
            .SetEquals(drifts.Select(static drift => (drift.Code, Field: drift.Mapping.Local.Key, drift.Message)));

    private async Task TellAsync(IReadOnlyList<SyncIssue> open, string schema, CancellationToken cancellationToken)
    {
        foreach (var drift in scope.Map.Drifts.Where(drift => open.All(issue => issue.Field != drift.Mapping.Local.Key)))
        {
            scope.Logger.FieldDrifted(Name, drift.Mapping.Local.Key, drift.Message);
        }

        await scope.CommitAsync(
            scope.NewCommit() with
            {
                Replanned = [""],
                Issues =
                [
                    .. scope.Map.Drifts.Select(drift => new SyncIssue
                    {
                        Code = drift.Code, Field = drift.Mapping.Local.Key, Message = drift.Message, At = scope.Now,
                    }),
                ],
                Positions = [new(PositionNames.Schema, schema)],
            },
            cancellationToken).ConfigureAwait(false);
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

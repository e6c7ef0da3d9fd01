namespace CrmMapping;

/// <summary>
/// Puts into contacts what their calls and messages add up to. What is to be put there is kept until it is there, and putting it there twice changes
/// nothing, so that a crash costs nothing and counts nothing twice.
/// </summary>
internal sealed class ActivityTracker(ConnectionScope scope, IActivityStore store, ActivityTracking tracking)
{
    private const int BatchSize = 100;

    private string Tenant => scope.Connection.Tenant;

    public static async Task<bool> IsDueAsync(IActivityStore store, string tenant, CancellationToken cancellationToken) =>
        (await store.ReadUnsavedActivitiesAsync(tenant, 1, cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>Saves a batch of contacts; those that somebody edited meanwhile are left to the next one.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        var unsaved = await store.ReadUnsavedActivitiesAsync(Tenant, BatchSize, cancellationToken).ConfigureAwait(false);
        if (unsaved.Count == 0)
        {
            return;
        }

        var ids = unsaved.Select(static activity => activity.LocalId).ToList();
        var contacts = (await scope.Local.ReadAsync(Tenant, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.Id, StringComparer.Ordinal);
        var (done, edits) = (new List<UnsavedActivity>(), new List<(UnsavedActivity Activity, LocalEdit Edit)>());
        foreach (var activity in unsaved)
        {
            // A contact that is not there any more needs no totals.
            if (contacts.GetValueOrDefault(activity.LocalId) is { } contact)
            {
                edits.Add((activity, Apply(contact, activity.Activity)));
            }
            else
            {
                done.Add(activity);
            }
        }

        var results = edits.Count == 0
            ? []
            : await scope.Local.SaveAsync(Tenant, [.. edits.Select(static one => one.Edit)], cancellationToken).ConfigureAwait(false);
        foreach (var ((activity, _), result) in edits.Zip(results))
        {
            if (result.Outcome == LocalSaveOutcome.Refused)
            {
                scope.Logger.ActivityRefused(scope.Connection.Name, activity.LocalId, result.Message);
            }

            if (result.Outcome != LocalSaveOutcome.Changed)
            {
                done.Add(activity);
            }
        }

        await NoticeAsync(edits.Select(static one => one.Edit.Id), cancellationToken).ConfigureAwait(false);
        await store.MarkSavedAsync(Tenant, done, cancellationToken).ConfigureAwait(false);
    }

    private LocalEdit Apply(LocalRecord contact, ContactActivity activity)
    {
        var before = scope.Map.Access.Clone(contact.Contact);
        tracking.Apply(contact.Contact, activity);
        var (held, holds) = (new RecordBuffer(scope.Map.Count), new RecordBuffer(scope.Map.Count));
        scope.Map.Access.Read(before, held);
        scope.Map.Access.Read(contact.Contact, holds);
        var changed = Enumerable.Range(0, scope.Map.Count).Where(ordinal => held.Value(ordinal) != holds.Value(ordinal))
            .Select(ordinal => scope.Map[ordinal].Local.Key).ToEquatableArray();
        return new LocalEdit(contact.Id, contact.Contact, contact.Version, changed);
    }

    // A host with a feed tells of the change itself, and to all connections.
    private Task NoticeAsync(IEnumerable<string> ids, CancellationToken cancellationToken) => scope.Local.Feed is not null
        ? Task.CompletedTask
        : scope.Store.AddNoticesAsync(
            [.. ids.Select(id => new Notice { Connection = scope.Connection.Name, Side = SyncSide.Local, Id = id })], scope.Now, cancellationToken);
}

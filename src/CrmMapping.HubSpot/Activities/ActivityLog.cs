namespace CrmMapping.HubSpot;

/// <summary>Logs calls as HubSpot's calls and text messages as its communications, each known again by a key of its own.</summary>
internal sealed class ActivityLog(ContactsApi api, string keyProperty)
{
    private readonly ActivityBatches _calls = new(api, ActivityKind.Calls, keyProperty);
    private readonly ActivityBatches _messages = new(api, ActivityKind.Messages, keyProperty);

    public async Task<IReadOnlyList<CrmWriteResult>> LogAsync(IReadOnlyList<ActivityWrite> writes, CancellationToken cancellationToken)
    {
        var all = writes.Select(static (write, number) => new ActivityPart(write, number)).ToList();
        var messages = all.FindAll(static part => part.Write is MessageLogging);
        var calls = all.FindAll(static part => part.Write is not MessageLogging);
        await _calls.WriteAsync(calls, cancellationToken).ConfigureAwait(false);
        await _messages.WriteAsync(messages, cancellationToken).ConfigureAwait(false);
        return [.. all.Select(static part => part.Result!)];
    }

    public Task<IReadOnlyDictionary<string, string?>> ReadOutcomesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        _calls.ReadAsync(ids, idProperty: null, ActivityBodies.Disposition, cancellationToken);
}

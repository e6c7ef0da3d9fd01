namespace CrmMapping;

/// <summary>Leaves out of a preview's batch who is listed in it already, as a notice tells of them beside a poll.</summary>
internal sealed class ListedContacts(ConnectionScope scope)
{
    public async Task LeaveOutAsync(Batch batch, OperationRecord preview, CancellationToken cancellationToken)
    {
        var names = batch.All.SelectMany(static pair => pair.Names).ToHashSet(StringComparer.Ordinal);
        var lines = await scope.Store
            .ReadLinesAboutAsync(scope.Connection.Name, preview.Id, names, cancellationToken).ConfigureAwait(false);
        foreach (var part in batch.Parts)
        {
            part.Pairs.RemoveAll(pair => lines.Any(line => IsAbout(line, pair)));
        }
    }

    // One contact and two records that may be its own are two things to say.
    private static bool IsAbout(OperationLine line, Pair pair) => line.CrmId is null || pair.CrmId is null
        ? line.LocalId is not null && line.LocalId == pair.LocalId
        : line.CrmId == pair.CrmId;
}

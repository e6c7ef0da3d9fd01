namespace CrmMapping;

/// <summary>Gives the contacts of a preview, each with the plan that was shown.</summary>
internal sealed class PreviewSource(ConnectionScope scope, OperationRecord preview) : IBatchSource
{
    private const string Mark = "line:";

    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var after = cursor is null ? 0 : long.Parse(cursor[Mark.Length..], System.Globalization.CultureInfo.InvariantCulture);
        var lines = await scope.Store.ReadLinesAsync(
            scope.Connection.Name, preview.Id, after, scope.Traits.ScanSize, cancellationToken).ConfigureAwait(false);
        foreach (var line in lines.Where(static line => line is { Kind: OperationLineKind.Planned, Fingerprint: not null }))
        {
            var pair = new Pair { LocalId = line.LocalId, CrmId = line.CrmId, ShownPlan = line.Fingerprint };
            if (preview is { Kind: OperationKind.SyncContact, Subject: { } asked })
            {
                pair.Notices.Add(ContactSource.Asked(scope, asked));
            }

            batch.Of(line.RecordType).Add(pair);
        }

        return new SourceStep(lines.Count == 0 ? null : $"{Mark}{lines[^1].Number}", cursor is null ? preview.Counts.Planned : null);
    }
}

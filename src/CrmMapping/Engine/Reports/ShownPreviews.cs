namespace CrmMapping;

/// <summary>Finds what a preview showed, as far as it may be carried out still.</summary>
internal sealed class ShownPreviews(ConnectionScope scope)
{
    private const int LinesAtOnce = 500;

    /// <summary>Finds a preview by its run.</summary>
    /// <exception cref="OperationRefusedException">There is none, nothing is left to apply, or what its plans were made under is not so any more.</exception>
    public async Task<OperationRecord> FindAsync(string id, CancellationToken cancellationToken)
    {
        var preview = await scope.Store.FindRunAsync(scope.Connection.Name, id, cancellationToken).ConfigureAwait(false);
        return preview switch
        {
            not { IsPreview: true, State: OperationState.Completed } => throw new OperationRefusedException(EngineMessages.NoPreview(id)),
            { Kind: OperationKind.Verify or OperationKind.ResolveAudience } =>
                throw new OperationRefusedException(EngineMessages.NothingToApply(preview.Kind)),
            { PlanStamp: { } stamp } when stamp != scope.PlanStamp => throw new OperationRefusedException(EngineMessages.MapMovedSincePreview),
            _ => preview,
        };
    }

    public async Task<IReadOnlyList<OperationLine>> ReadLinesAsync(OperationRecord preview, CancellationToken cancellationToken)
    {
        List<OperationLine> all = [];
        while (await scope.Store.ReadLinesAsync(
            scope.Connection.Name, preview.Id, all.Count == 0 ? 0 : all[^1].Number, LinesAtOnce, cancellationToken).ConfigureAwait(false) is { Count: > 0 } lines)
        {
            all.AddRange(lines);
        }

        return all;
    }
}

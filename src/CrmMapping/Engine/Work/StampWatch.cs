namespace CrmMapping;

/// <summary>Lets contacts that wait be planned again when map, settings, options or pairs of owners are others than before: their cause may be gone.</summary>
internal sealed class StampWatch(ConnectionScope scope)
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var stamp = scope.PlanStamp;
        var last = await scope.Store.FindPositionAsync(scope.Connection.Name, PositionNames.PlanStamp, cancellationToken).ConfigureAwait(false);
        if (last == stamp)
        {
            return;
        }

        var commit = scope.NewCommit() with { Positions = [new(PositionNames.PlanStamp, stamp)], Replan = Enum.GetValues<IssueCode>() };
        await scope.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
    }
}

namespace CrmMapping;

/// <summary>Knows where each operation takes its contacts from.</summary>
internal sealed class OperationSources(ConnectionScope scope)
{
    public IBatchSource Of(OperationRecord run) => Of(run, new Positions(scope));

    public IBatchSource Of(OperationRecord run, Positions positions) => run.Kind switch
    {
        OperationKind.Pull => new PullSource(scope, positions),
        OperationKind.Push when scope.Context.Settings.WhyPushIsRefused is { } reason => throw new OperationRefusedException(reason),
        OperationKind.Push => new PushSource(scope, positions),
        OperationKind.SyncContact => new ContactSource(scope, run.Subject!),
        OperationKind.SyncChanges => new ChangesSource(scope, positions),
        OperationKind.ImportList or OperationKind.ResolveAudience => new ListSource(scope, Lists, run.Subject!),
        OperationKind.Backfill => new LinkSource(scope, run.Subject!),
        _ => throw new OperationRefusedException(EngineMessages.HasNoContacts(run.Kind)),
    };

    /// <summary>Gives the scope in which one field is planned as on a first link.</summary>
    public ConnectionScope Backfilling(OperationRecord run) =>
        scope.Kinds.Any(kind => kind.Map.FindOrdinal(run.Subject!) >= 0)
            ? scope.Backfilling(run.Subject!)
            : throw new OperationRefusedException(EngineMessages.NotMapped(run.Subject!));

    private IReadsLists Lists => scope.Session as IReadsLists
        ?? throw new OperationRefusedException(EngineMessages.NotOffered(scope.Connection.Kind, "read lists"));
}

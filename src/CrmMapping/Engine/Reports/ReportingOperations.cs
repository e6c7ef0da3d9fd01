namespace CrmMapping;

/// <summary>Knows the operations that are one piece of work.</summary>
internal sealed class ReportingOperations(ConnectionScope scope, HostServices host)
{
    /// <summary>Finds the operation of a kind; null where it works contacts.</summary>
    public IReportingOperation? Find(OperationKind kind) => kind switch
    {
        OperationKind.SyncUsers => new UserSync(scope, host.Users),
        OperationKind.PullLeadStatuses => new StatusPull(scope, host.Statuses),
        OperationKind.SetUpFields => new FieldSetUpWork(scope),
        OperationKind.Verify => new Verification(scope, host.Users),
        OperationKind.ReevaluateCalls => new CallReevaluation(scope, host.Calls),
        _ => null,
    };
}

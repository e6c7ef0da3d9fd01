namespace CrmMapping.EndToEnd.Tests;

/// <summary>Starts operations by their kind.</summary>
public static class Operations
{
    /// <summary>Stands before the kind of an operation of which a preview is meant.</summary>
    public const string Preview = "Preview";

    /// <summary>Stands before the kind of an operation of which a preview is carried out.</summary>
    public const string Applied = "Applied";

    public static Task<OperationRun> StartAsync(ICrmSync sync, string operation, string subject, CancellationToken cancellationToken) =>
        operation.StartsWith(Preview, StringComparison.Ordinal)
            ? sync.StartPreviewAsync(KindOf(operation), subject.Length == 0 ? null : subject, cancellationToken)
            : StartAsync(sync, KindOf(operation), subject, cancellationToken);

    public static OperationKind KindOf(string operation) =>
        operation.StartsWith(Applied, StringComparison.Ordinal) ? OperationKind.ApplyPreview
        : Enum.Parse<OperationKind>(operation.StartsWith(Preview, StringComparison.Ordinal) ? operation[Preview.Length..] : operation);

    private static Task<OperationRun> StartAsync(
        ICrmSync sync, OperationKind kind, string subject, CancellationToken cancellationToken) => kind switch
        {
            OperationKind.Push => sync.PushAsync(cancellationToken),
            OperationKind.Pull => sync.PullAsync(cancellationToken),
            OperationKind.SyncContact => sync.SyncContactAsync(subject, cancellationToken),
            OperationKind.SyncChanges => sync.SyncChangesAsync(cancellationToken),
            OperationKind.SyncUsers => sync.SyncUsersAsync(cancellationToken),
            OperationKind.PullLeadStatuses => sync.PullLeadStatusesAsync(cancellationToken),
            OperationKind.ImportList => sync.ImportListAsync(subject, cancellationToken),
            OperationKind.ResolveAudience => sync.ResolveAudienceAsync(subject, cancellationToken),
            OperationKind.Backfill => sync.BackfillAsync(subject, cancellationToken),
            OperationKind.ApplyPreview => sync.ApplyPreviewAsync(subject, cancellationToken),
            OperationKind.SetUpFields => sync.SetUpFieldsAsync(cancellationToken),
            OperationKind.ReevaluateCalls => sync.ReevaluateCallsAsync(cancellationToken),
            OperationKind.Verify => sync.VerifyAsync(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not started here yet"),
        };
}

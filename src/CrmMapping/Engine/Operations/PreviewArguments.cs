namespace CrmMapping;

/// <summary>Refuses previews that mean nothing, before anything is started.</summary>
internal static class PreviewArguments
{
    public static void Check(OperationKind operation, string? subject)
    {
        switch (operation)
        {
            case OperationKind.SyncContact or OperationKind.ImportList or OperationKind.ResolveAudience or OperationKind.Backfill:
                ArgumentException.ThrowIfNullOrWhiteSpace(subject);
                break;
            case OperationKind.ApplyPreview:
                throw new ArgumentException("A preview is shown already. Read its report, or carry it out with ApplyPreviewAsync.", nameof(operation));
            case var unknown when !Enum.IsDefined(unknown):
                throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation. Name one of OperationKind.");
            case var whole when subject is not null:
                throw new ArgumentException($"{whole} is about the whole connection. Leave the subject out.", nameof(subject));
        }
    }

    public static void CheckOfMany(OperationKind operation)
    {
        if (operation is not (OperationKind.Push or OperationKind.Pull or OperationKind.SyncChanges))
        {
            throw new ArgumentException(
                $"{operation} is not shown contact by contact. Preview Push, Pull or SyncChanges here, and the others with StartPreviewAsync.", nameof(operation));
        }
    }
}

using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Words what the engine logs. Names connections; never a contact's value or a token.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1000, LogLevel.Information, "{Connection}: {Operation} started")]
    private static partial void RunStarted(this ILogger logger, string connection, string operation);

    [LoggerMessage(1001, LogLevel.Information, "{Connection}: {Operation} ended as {State}, {Done} done")]
    private static partial void RunEnded(this ILogger logger, string connection, string operation, OperationState state, long done);

    [LoggerMessage(1010, LogLevel.Warning, "{Connection}: {Operation} ended as {State}, {Done} done. {Reason}")]
    private static partial void RunStopped(
        this ILogger logger, string connection, string operation, OperationState state, long done, string? reason);

    public static void RunStarted(this ILogger logger, string connection, OperationRecord run) => logger.RunStarted(connection, NameOf(run));

    /// <summary>Says how a run ended, and why where a person has to act. The words are the engine's or the adapter's, and hold no values.</summary>
    public static void RunEnded(this ILogger logger, string connection, OperationRecord run)
    {
        if (run.State is OperationState.Failed or OperationState.Guarded)
        {
            logger.RunStopped(connection, NameOf(run), run.State, run.Counts.Contacts, run.Message);
            return;
        }

        logger.RunEnded(connection, NameOf(run), run.State, run.Counts.Contacts);
    }

    [LoggerMessage(1002, LogLevel.Warning, "{Connection}: the CRM cannot be worked with now; trying again in {Delay}")]
    public static partial void CrmUnavailable(this ILogger logger, Exception exception, string connection, TimeSpan delay);

    [LoggerMessage(1003, LogLevel.Error, "{Connection}: work stopped by an unexpected error; trying again in {Delay}")]
    public static partial void WorkFailed(this ILogger logger, Exception exception, string connection, TimeSpan delay);

    [LoggerMessage(1004, LogLevel.Debug, "{Connection}: another worker holds the connection")]
    public static partial void LeaseHeldElsewhere(this ILogger logger, string connection);

    [LoggerMessage(1005, LogLevel.Warning, "{Connection}: the lease was lost; nothing of the last batch was saved, it goes on where the lease is")]
    public static partial void LeaseLost(this ILogger logger, string connection);

    [LoggerMessage(1006, LogLevel.Debug, "{Connection}: a batch of {Contacts} contacts, {ToCrm} written to the CRM, {ToLocal} to the local side")]
    public static partial void BatchDone(this ILogger logger, string connection, int contacts, long toCrm, long toLocal);

    [LoggerMessage(1008, LogLevel.Warning, "{Connection}: the volume guard holds changes back. {Reason}")]
    public static partial void Guarded(this ILogger logger, string connection, string reason);

    [LoggerMessage(1007, LogLevel.Warning, "{Connection}: {Field} is held back: {Reason}")]
    public static partial void FieldDrifted(this ILogger logger, string connection, string field, string reason);

    [LoggerMessage(1020, LogLevel.Warning, "{Connection}: notices were kept, but other processes could not be woken; their sweep finds them within a minute")]
    public static partial void WakeUpLost(this ILogger logger, Exception exception, string connection);

    [LoggerMessage(1009, LogLevel.Warning, "{Connection}: {Numbers} new phone numbers were not looked up, as the host's look-up failed; their contacts are synced")]
    public static partial void LookUpFailed(this ILogger logger, Exception failure, string connection, int numbers);

    [LoggerMessage(1030, LogLevel.Debug, "{Connection}: {Activities} calls and messages were dealt with, {Written} written to the CRM")]
    public static partial void CallsWorked(this ILogger logger, string connection, int activities, int written);

    [LoggerMessage(1031, LogLevel.Warning, "{Connection}: '{Key}' was not logged, as no contact had its number in time")]
    public static partial void CallLeft(this ILogger logger, string connection, string key);

    [LoggerMessage(1032, LogLevel.Warning, "{Account}: the calls of the telephony could not be read; trying again in {Delay}")]
    public static partial void TelephonyUnavailable(this ILogger logger, Exception exception, string account, TimeSpan delay);

    [LoggerMessage(1033, LogLevel.Warning, "{Connection}: the host refused the activity of contact '{LocalId}': {Reason}")]
    public static partial void ActivityRefused(this ILogger logger, string connection, string localId, string? reason);

    private static string NameOf(OperationRecord run) => run.IsPreview ? $"preview of {run.Kind}" : $"{run.Kind}";
}

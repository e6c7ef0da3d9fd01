using Microsoft.Extensions.Logging;

namespace CrmMapping.Salesforce;

/// <summary>What is said about bulk jobs: the connection is named, values are not.</summary>
internal static partial class BulkLog
{
    [LoggerMessage(2400, LogLevel.Warning, "{Connection}: Salesforce opens no job for a pull, which goes on by queries: {Reason}")]
    public static partial void PullWithoutJob(this ILogger logger, string connection, string reason);

    [LoggerMessage(2401, LogLevel.Information, "{Connection}: the results of job {Job} are gone or too old; the pull goes on after the last record that it read")]
    public static partial void PullLostJob(this ILogger logger, string connection, string job);

    [LoggerMessage(2402, LogLevel.Warning, "{Connection}: job {Job} of a pull ended as {State} ({Reason}); the pull goes on by queries after the last record that it read")]
    public static partial void PullJobFailed(this ILogger logger, string connection, string job, string state, string reason);
}

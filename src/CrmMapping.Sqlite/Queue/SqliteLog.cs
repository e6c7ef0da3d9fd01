using Microsoft.Extensions.Logging;

namespace CrmMapping.Sqlite;

internal static partial class SqliteLog
{
    [LoggerMessage(3001, LogLevel.Warning, "The file of the sync state could not be looked at for new work; it is tried again")]
    public static partial void LookFailed(this ILogger logger, Exception fault);
}

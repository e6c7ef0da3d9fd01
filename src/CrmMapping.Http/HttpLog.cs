using Microsoft.Extensions.Logging;

namespace CrmMapping.Http;

/// <summary>What is said about requests: the connection is named, addresses, tokens and values are not.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(2000, LogLevel.Warning, "{Connection}: {Reason}; '{Request}' is tried again in {Wait}")]
    public static partial void Retrying(this ILogger logger, string connection, string reason, string request, TimeSpan wait);

    [LoggerMessage(2001, LogLevel.Information, "{Connection}: the access token was refreshed")]
    public static partial void TokenRefreshed(this ILogger logger, string connection);

    [LoggerMessage(2002, LogLevel.Error, "{Connection}: '{Request}' is given up after {Attempts} tries: {Reason}")]
    public static partial void GivenUp(this ILogger logger, string connection, string request, int attempts, string reason);

    [LoggerMessage(2003, LogLevel.Debug, "{Connection}: '{Request}' was answered {Status} in {Elapsed}")]
    public static partial void Answered(this ILogger logger, string connection, string request, int status, TimeSpan elapsed);

    [LoggerMessage(2004, LogLevel.Warning, "{Connection}: '{Request}' got no answer and is not repeated, as it may have been done")]
    public static partial void Unanswered(this ILogger logger, string connection, string request);
}

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

    [LoggerMessage(2005, LogLevel.Warning, "{Connection}: this machine's clock is {Difference} {Way} {Crm}'s. Set it right: until then webhooks are refused, and which of two changes was later is told wrongly")]
    public static partial void ClocksDiffer(this ILogger logger, string connection, TimeSpan difference, string way, string crm);

    [LoggerMessage(2010, LogLevel.Warning, "{Connection}: field '{Field}' of a record was refused ({Code}); the rest of the record is written")]
    public static partial void FieldRefused(this ILogger logger, string connection, string field, IssueCode code);

    [LoggerMessage(2011, LogLevel.Debug, "{Connection}: a batch of {Count} is split, as it is not said which record is refused")]
    public static partial void BatchSplit(this ILogger logger, string connection, int count);

    [LoggerMessage(2012, LogLevel.Warning, "{Connection}: no answer can be told of {Count} writes that may make records; they are looked up before a second try")]
    public static partial void WritesUnanswered(this ILogger logger, string connection, int count);
}

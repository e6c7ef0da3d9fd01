using Microsoft.Extensions.Logging;

namespace CrmMapping.HubSpot;

/// <summary>What is said about HubSpot: the connection and property names, never a value.</summary>
internal static partial class HubSpotLog
{
    [LoggerMessage(2100, LogLevel.Warning, "{Connection}: HubSpot refused property '{Property}' ({Code}); the rest of the contact is written")]
    public static partial void PropertyRefused(this ILogger logger, string connection, string property, string code);

    [LoggerMessage(2101, LogLevel.Debug, "{Connection}: a batch of {Count} is split, as HubSpot does not say which contact it refuses")]
    public static partial void BatchSplit(this ILogger logger, string connection, int count);

    [LoggerMessage(2102, LogLevel.Warning, "{Connection}: of {Count} contacts to be created no answer can be told; they are looked up before a second try")]
    public static partial void CreatesUnanswered(this ILogger logger, string connection, int count);
}

using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Words what is logged of webhooks. Of one that is not proved genuine: its kind, and why not.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(4000, LogLevel.Debug, "{Kind}: a webhook told of {Count} changes or calls, which are kept")]
    public static partial void WebhookKept(this ILogger logger, string kind, int count);

    [LoggerMessage(4001, LogLevel.Warning, "{Kind}: a webhook was not believed: {Reason}")]
    public static partial void WebhookRefused(this ILogger logger, string kind, string? reason);

    [LoggerMessage(4002, LogLevel.Warning, "{Kind}: a webhook cannot be understood: {Reason}")]
    public static partial void WebhookMalformed(this ILogger logger, string kind, string? reason);

    [LoggerMessage(4003, LogLevel.Warning, "{Kind}: a webhook's body was not taken, answered {Status}")]
    public static partial void WebhookBodyNotTaken(this ILogger logger, string kind, int status);

    [LoggerMessage(4004, LogLevel.Error, "{Kind}: a webhook could not be kept; the CRM is asked to send it again")]
    public static partial void WebhookNotKept(this ILogger logger, Exception exception, string kind);

    [LoggerMessage(4005, LogLevel.Error, "{Kind}: the adapter failed to read a webhook by a {Exception}")]
    public static partial void WebhookNotRead(this ILogger logger, string kind, string exception);

    [LoggerMessage(4006, LogLevel.Warning, "A webhook came to the common address, but {Count} of the CRMs and telephonies added send webhooks. Let each call the address that ends in its name")]
    public static partial void WebhookOfWhom(this ILogger logger, int count);
}

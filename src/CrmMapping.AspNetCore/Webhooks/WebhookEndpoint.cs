using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping;

/// <summary>Receives webhooks: what the adapter believes is kept, and only then the CRM is told that it arrived.</summary>
internal sealed class WebhookEndpoint(
    IReadOnlyList<ICrmAdapter> receivers, KnownConnections connections, ICrmNotices notices, CrmWebhookOptions options, ILogger logger)
{
    public const string KindInPath = "kind";

    public static WebhookEndpoint Of(IServiceProvider services) => new(
        [.. services.GetServices<ICrmAdapter>().Where(static adapter => adapter is IReceivesNotices)],
        new KnownConnections(services.GetRequiredService<ICrmConnections>(), services.GetRequiredService<IClock>()),
        services.GetRequiredService<ICrmNotices>(),
        services.GetRequiredService<IOptions<CrmWebhookOptions>>().Value,
        services.GetRequiredService<ILoggerFactory>().CreateLogger("CrmMapping.Webhooks"));

    public async Task ReceiveAsync(HttpContext context)
    {
        try
        {
            var answer = await AnswerAsync(context).ConfigureAwait(false);
            context.Response.StatusCode = answer.Status;
            if (answer.Body is { } body)
            {
                context.Response.ContentType = answer.ContentType;
                await context.Response.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
    }

    private async Task<WebhookAnswer> AnswerAsync(HttpContext context)
    {
        if (FindReceiver(context.GetRouteValue(KindInPath) as string) is not { } adapter)
        {
            return new WebhookAnswer(StatusCodes.Status404NotFound);
        }

        var body = await WebhookBody.ReadAsync(context.Request, options.MaxBodyBytes).ConfigureAwait(false);
        if (body.Refusal is { } status)
        {
            logger.WebhookBodyNotTaken(adapter.Kind, status);
            return new WebhookAnswer(status);
        }

        var receiver = (IReceivesNotices)adapter;
        try
        {
            var known = await connections.OfAsync(adapter.Kind, context.RequestAborted).ConfigureAwait(false);
            return Read(adapter, context.Request, body.Bytes, known) is { } reading
                ? receiver.Answer(await KeepAsync(adapter.Kind, reading).ConfigureAwait(false))
                : new WebhookAnswer(StatusCodes.Status500InternalServerError);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            logger.WebhookNotKept(failure, adapter.Kind);
            context.Response.Headers.RetryAfter = ((long)options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return receiver.Answer(WebhookOutcome.NotKept);
        }
    }

    private ICrmAdapter? FindReceiver(string? kind)
    {
        if (kind is not null)
        {
            return receivers.FirstOrDefault(adapter => adapter.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase));
        }

        if (receivers is [var only])
        {
            return only;
        }

        logger.WebhookOfWhom(receivers.Count);
        return null;
    }

    private WebhookReading? Read(ICrmAdapter adapter, HttpRequest request, ReadOnlyMemory<byte> body, IReadOnlyList<Connection> known)
    {
        var headers = request.Headers;
        var webhook = new WebhookRequest(
            request.Method.ToUpperInvariant(),
            WebhookAddress.Of(request, options.PublicUrl),
            body,
            name => headers.TryGetValue(name, out var value) ? value.ToString() : null);
        try
        {
            return ((IReceivesNotices)adapter).Read(webhook, known);
        }
        catch (Exception failure)
        {
            // Its message may quote what nobody has proved genuine.
            logger.WebhookNotRead(adapter.Kind, failure.GetType().Name);
            return null;
        }
    }

    private async Task<WebhookOutcome> KeepAsync(string kind, WebhookReading reading)
    {
        switch (reading.Verdict)
        {
            case WebhookVerdict.Genuine:
                // Once believed, it is kept even if the CRM waits no longer.
                await notices.AcceptAsync(reading.Notices, CancellationToken.None).ConfigureAwait(false);
                logger.WebhookKept(kind, reading.Notices.Count);
                return WebhookOutcome.Kept;
            case WebhookVerdict.Malformed:
                logger.WebhookMalformed(kind, reading.Reason);
                return WebhookOutcome.Malformed;
            default:
                logger.WebhookRefused(kind, reading.Reason);
                return WebhookOutcome.Refused;
        }
    }
}

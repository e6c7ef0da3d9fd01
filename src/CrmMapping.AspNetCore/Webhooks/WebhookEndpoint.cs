using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping;

/// <summary>Receives webhooks: what is believed is kept, and only then its sender is told that it arrived.</summary>
internal sealed class WebhookEndpoint(IReadOnlyList<IWebhookReceiver> receivers, CrmWebhookOptions options, ILogger logger)
{
    public const string KindInPath = "kind";

    public static WebhookEndpoint Of(IServiceProvider services)
    {
        var clock = services.GetRequiredService<IClock>();
        var connections = new KnownConnections(services.GetRequiredService<ICrmConnections>(), clock);
        var telephonies = new KnownTelephonies(services.GetRequiredService<ITelephonyAccounts>(), clock);
        return new WebhookEndpoint(
            [
                .. services.GetServices<ICrmAdapter>().Where(static adapter => adapter is IReceivesNotices)
                    .Select(adapter => new NoticeReceiver(adapter, connections, services.GetRequiredService<ICrmNotices>())),
                .. services.GetServices<ITelephonyAdapter>().Where(static adapter => adapter is IReceivesCalls)
                    .Select(adapter => new CallReceiver(adapter, telephonies, services.GetRequiredService<ICrmCalls>())),
            ],
            services.GetRequiredService<IOptions<CrmWebhookOptions>>().Value,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("CrmMapping.Webhooks"));
    }

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
        if (FindReceiver(context.GetRouteValue(KindInPath) as string) is not { } receiver)
        {
            return new WebhookAnswer(StatusCodes.Status404NotFound);
        }

        var body = await WebhookBody.ReadAsync(context.Request, options.MaxBodyBytes).ConfigureAwait(false);
        if (body.Refusal is { } status)
        {
            logger.WebhookBodyNotTaken(receiver.Kind, status);
            return new WebhookAnswer(status);
        }

        try
        {
            var read = await receiver.OpenAsync(context.RequestAborted).ConfigureAwait(false);
            return Read(receiver, read, context.Request, body.Bytes) is { } webhook
                ? receiver.Answer(await KeepAsync(receiver.Kind, webhook).ConfigureAwait(false))
                : new WebhookAnswer(StatusCodes.Status500InternalServerError);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !context.RequestAborted.IsCancellationRequested)
        {
            logger.WebhookNotKept(failure, receiver.Kind);
            context.Response.Headers.RetryAfter = ((long)options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return receiver.Answer(WebhookOutcome.NotKept);
        }
    }

    private IWebhookReceiver? FindReceiver(string? kind)
    {
        if (kind is not null)
        {
            return receivers.FirstOrDefault(receiver => receiver.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase));
        }

        if (receivers is [var only])
        {
            return only;
        }

        logger.WebhookOfWhom(receivers.Count);
        return null;
    }

    private ReadWebhook? Read(
        IWebhookReceiver receiver, Func<WebhookRequest, ReadWebhook> read, HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var headers = request.Headers;
        var webhook = new WebhookRequest(
            request.Method.ToUpperInvariant(),
            WebhookAddress.Of(request, options.PublicUrl),
            body,
            name => headers.TryGetValue(name, out var value) ? value.ToString() : null);
        try
        {
            return read(webhook);
        }
        catch (Exception failure)
        {
            // Its message may quote what nobody has proved genuine.
            logger.WebhookNotRead(receiver.Kind, failure.GetType().Name);
            return null;
        }
    }

    private async Task<WebhookOutcome> KeepAsync(string kind, ReadWebhook webhook)
    {
        switch (webhook.Verdict)
        {
            case WebhookVerdict.Genuine:
                await webhook.Keep().ConfigureAwait(false);
                logger.WebhookKept(kind, webhook.Count);
                return WebhookOutcome.Kept;
            case WebhookVerdict.Malformed:
                logger.WebhookMalformed(kind, webhook.Reason);
                return WebhookOutcome.Malformed;
            default:
                logger.WebhookRefused(kind, webhook.Reason);
                return WebhookOutcome.Refused;
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Runs a request past the faults and the log; what a CRM answers is the derived class's business.</summary>
internal abstract class EmulatedApi(FaultInjector faults, RequestLog log, TimeProvider time, IClock clock, TimeSpan latency)
{
    public async Task HandleAsync(HttpContext context)
    {
        using var answer = new Answer(log.NextNumber());
        var path = context.Request.Path + context.Request.QueryString;
        var at = clock.GetCurrentInstant();
        var fault = faults.Draw(answer.Number, path);
        var isLogged = false;
        try
        {
            await RespondAsync(context, answer, fault, Log).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client gave up; there is nobody left to tell.
        }
        finally
        {
            Log();
        }

        void Log()
        {
            if (isLogged)
                return;
            isLogged = true;
            var status = fault?.Kind is FaultKind.Hang or FaultKind.CutRequest ? 0 : answer.Status;
            log.Add(new LoggedRequest(answer.Number, at, context.Request.Method, path, answer.Kind, status, answer.Records, fault?.Kind));
        }
    }

    /// <summary>Does what the request asks and fills the answer.</summary>
    protected abstract ValueTask AnswerAsync(HttpContext context, Answer answer);

    /// <summary>Refuses a request in the CRM's own words.</summary>
    protected abstract void Refuse(FaultKind fault, Answer answer);

    private async Task RespondAsync(HttpContext context, Answer answer, Fault? fault, Action log)
    {
        var kind = fault?.Kind;
        switch (kind)
        {
            case FaultKind.CutRequest:
                log();
                context.Abort();
                return;
            case FaultKind.Hang:
                await Task.Delay(faults.Plan.HangFor, time, context.RequestAborted).ConfigureAwait(false);
                context.Abort();
                return;
            case FaultKind.ServerError or FaultKind.BadGateway or FaultKind.RateLimited:
                Refuse(kind.Value, answer);
                break;
            case FaultKind.Worded:
                if (fault!.Value.Answer is { IsCarriedOut: true })
                    await AnswerAsync(context, answer).ConfigureAwait(false);
                answer.Replace(fault.Value.Answer!);
                break;
            default:
                await AnswerAsync(context, answer).ConfigureAwait(false);
                break;
        }

        var delay = kind is FaultKind.Slow ? latency + faults.Plan.SlowFor : latency;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, time, context.RequestAborted).ConfigureAwait(false);
        // Who has the answer finds the request in the log.
        log();
        if (kind is FaultKind.LostAnswer)
            context.Abort();
        else
            await SendAsync(context, answer, cut: kind is FaultKind.CutBody).ConfigureAwait(false);
    }

    private async Task SendAsync(HttpContext context, Answer answer, bool cut)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Date = clock.GetCurrentInstant().ToDateTimeOffset().ToString("R", CultureInfo.InvariantCulture);
        foreach (var header in answer.Headers)
            response.Headers[header.Key] = header.Value;
        var body = answer.Body;
        if (answer.Status is not (204 or 304))
        {
            if (answer.ContentType.Length > 0)
                response.ContentType = answer.ContentType;
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(cut ? body[..(body.Length / 2)] : body, context.RequestAborted).ConfigureAwait(false);
        }

        if (!cut)
            return;
        await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }
}

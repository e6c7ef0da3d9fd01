using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Http;

/// <summary>Sends one try of a request once the account's budget has a place for it, and learns from the answer.</summary>
internal sealed class PaidExchange(
    Connection connection, ICrmHttpRules rules, HttpExchange exchange, RequestMeter meter, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly RequestBudgets _budgets = new(rules, time);
    private readonly ClockWatch _clocks = new(connection, rules.Kind, logger);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <exception cref="CrmException">Nobody may ask for longer than anybody waits.</exception>
    public async Task<Attempt> SendAsync(CrmRequest request, CrmCredentials? credentials, int number, CancellationToken cancellationToken)
    {
        var budget = _budgets[request.Budget];
        if (await budget.EnterAsync(RequestScope.Priority, cancellationToken).ConfigureAwait(false) is { } pause)
        {
            throw Postponed(pause.Reason ?? $"{rules.Kind} asked to wait", pause.Wait);
        }

        var (started, sent) = (time.GetTimestamp(), Now);
        var report = default(LimitReport);
        try
        {
            var attempt = await exchange.SendAsync(request, credentials, number, cancellationToken).ConfigureAwait(false);
            if (attempt.Response is { } response)
            {
                report = rules.ReadLimits(response, Now);
                _clocks.Compare(sent, Now, response.Date);
            }

            if (attempt.Advice is { Pauses: true, Wait: { } wait })
            {
                budget.HoldBack(wait, attempt.Advice.Reason);
            }

            var elapsed = time.GetElapsedTime(started);
            meter.Record(elapsed, attempt);
            logger.Answered(connection.Name, request.Name, (int)(attempt.Response?.Status ?? 0), elapsed);
            return attempt;
        }
        finally
        {
            budget.Release(report);
        }
    }

    /// <summary>Says that the account is left alone for a while.</summary>
    public CrmException Postponed(string reason, TimeSpan wait, Exception? inner = null) => new(
        CrmFailure.Passing, connection.Name,
        $"{reason}. It is asked again after {NodaTime.Text.InstantPattern.General.Format(Now + Duration.FromTimeSpan(wait))}.", inner);

    public void Dispose() => _budgets.Dispose();
}

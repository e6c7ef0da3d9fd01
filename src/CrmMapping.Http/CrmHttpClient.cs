using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CrmMapping.Http;

/// <summary>Sends requests to one account of a CRM: within its limits, with a fresh token, and again where that helps.</summary>
/// <remarks>One instance serves all sessions of a connection, from many threads at once.</remarks>
public sealed class CrmHttpClient : IDisposable
{
    /// <summary>The name of the budget that pays for a request unless it says otherwise.</summary>
    public const string GeneralBudget = "general";

    private const int MaxAttempts = 6;

    private static readonly ResiliencePropertyKey<CrmRequest> RequestKey = new("request");

    private readonly Connection _connection;
    private readonly ICrmHttpRules _rules;
    private readonly TokenKeeper _tokens;
    private readonly RequestBudgets _budgets;
    private readonly HttpExchange _exchange;
    private readonly RequestMeter _meter;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<Attempt> _pipeline;

    internal CrmHttpClient(
        Connection connection, ICrmHttpRules rules, TokenKeeper tokens, HttpExchange exchange, RequestMeter meter,
        TimeProvider time, ILogger logger)
    {
        _connection = connection;
        _rules = rules;
        _tokens = tokens;
        _budgets = new RequestBudgets(rules, time);
        _exchange = exchange;
        _meter = meter;
        _time = time;
        _logger = logger;
        _pipeline = BuildPipeline();
    }

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>Sends a request and gives the answer that stands: any status that trying again would not mend.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The answer, to be disposed of; <see cref="CrmResponse.IsUnanswered"/> where none arrived to a request that may not be repeated.
    /// </returns>
    /// <exception cref="CrmException">The account could not be worked with, after all that can be done about it was done.</exception>
    public async Task<CrmResponse> SendAsync(CrmRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            var number = 0;
            var attempt = await _pipeline.ExecuteAsync(
                async inner => await AttemptAsync(request, ++number, inner.CancellationToken).ConfigureAwait(false),
                context).ConfigureAwait(false);
            return Conclude(request, attempt, number);
        }
        catch (BrokenCircuitException broken)
        {
            throw Passing($"{_rules.Kind} has failed again and again, so it is left alone for a while. Work goes on by itself.", broken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _budgets.Dispose();
        _tokens.Dispose();
    }

    private ResiliencePipeline<Attempt> BuildPipeline() => new ResiliencePipelineBuilder<Attempt> { TimeProvider = _time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { Advice.Kind: RetryKind.MaybeProcessed }),
            FailureRatio = 0.9,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromMinutes(5),
            BreakDuration = TimeSpan.FromSeconds(30),
        })
        .AddRetry(new RetryStrategyOptions<Attempt>
        {
            ShouldHandle = ShouldRetry,
            DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result.Advice.Wait),
            OnRetry = OnRetry,
            MaxRetryAttempts = MaxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(400),
            MaxDelay = TimeSpan.FromSeconds(30),
        })
        .Build();

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<Attempt> arguments)
    {
        var again = arguments.Outcome.Exception is null
            && arguments.Context.Properties.TryGetValue(RequestKey, out var request)
            && arguments.Outcome.Result.MayRepeat(request)
            && arguments.Outcome.Result.Advice.Wait.GetValueOrDefault() <= _rules.Patience;
        return ValueTask.FromResult(again);
    }

    private ValueTask OnRetry(OnRetryArguments<Attempt> arguments)
    {
        var attempt = arguments.Outcome.Result;
        attempt.Response?.Dispose();
        if (arguments.Context.Properties.TryGetValue(RequestKey, out var request))
        {
            _logger.Retrying(_connection.Name, attempt.Advice.Reason ?? "no reason given", request.Name, arguments.RetryDelay);
        }

        return default;
    }

    private async Task<Attempt> AttemptAsync(CrmRequest request, int number, CancellationToken cancellationToken)
    {
        var token = request.IsAuthorized ? await _tokens.GetAsync(cancellationToken).ConfigureAwait(false) : null;
        var attempt = await PaidAsync(request, token, number, cancellationToken).ConfigureAwait(false);
        if (attempt.Response is not { Status: System.Net.HttpStatusCode.Unauthorized } || token is null)
        {
            return attempt;
        }

        // Once with another token: a token may end early, or have been replaced by a person.
        if (await _tokens.ReplaceAsync(token, cancellationToken).ConfigureAwait(false) is not { } other)
        {
            return attempt;
        }

        attempt.Response.Dispose();
        return await PaidAsync(request, other, number, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Attempt> PaidAsync(CrmRequest request, string? token, int number, CancellationToken cancellationToken)
    {
        var budget = _budgets[request.Budget];
        ThrowIfPausedForLong(budget);
        await budget.EnterAsync(RequestScope.Priority, cancellationToken).ConfigureAwait(false);
        var started = _time.GetTimestamp();
        var report = default(LimitReport);
        try
        {
            var attempt = await _exchange.SendAsync(request, token, number, cancellationToken).ConfigureAwait(false);
            report = attempt.Response is { } response ? _rules.ReadLimits(response) : default;
            if (attempt.Advice is { Pauses: true, Wait: { } wait })
            {
                budget.HoldBack(wait, attempt.Advice.Reason);
            }

            var elapsed = _time.GetElapsedTime(started);
            _meter.Record(elapsed, attempt);
            _logger.Answered(_connection.Name, request.Name, (int)(attempt.Response?.Status ?? 0), elapsed);
            return attempt;
        }
        finally
        {
            budget.Release(report);
        }
    }

    private void ThrowIfPausedForLong(RequestBudget budget)
    {
        var (wait, reason) = budget.Pause;
        if (wait > _rules.Patience)
        {
            throw Passing($"{reason ?? $"{_rules.Kind} asked to wait"}. It is asked again after {Until(wait)}.");
        }
    }

    private CrmResponse Conclude(CrmRequest request, Attempt attempt, int number)
    {
        switch (attempt.Advice.Kind)
        {
            case RetryKind.Accept:
                return attempt.Response!;
            case RetryKind.MaybeProcessed when !request.IsRepeatable:
                attempt.Response?.Dispose();
                _logger.Unanswered(_connection.Name, request.Name);
                return CrmResponse.Unanswered();
            default:
                attempt.Response?.Dispose();
                throw GivenUp(request, attempt, number);
        }
    }

    private CrmException GivenUp(CrmRequest request, Attempt attempt, int number)
    {
        var reason = attempt.Advice.Reason ?? "there was no answer";
        _logger.GivenUp(_connection.Name, request.Name, number, reason);
        return attempt.Advice.Wait is { } wait && wait > _rules.Patience
            ? Passing($"{reason}. It is asked again after {Until(wait)}.", attempt.Error)
            : Passing($"'{request.Name}' was tried {number} times in vain: {reason}. It is tried again later by itself.", attempt.Error);
    }

    private string Until(TimeSpan wait) =>
        NodaTime.Text.InstantPattern.General.Format(Now + Duration.FromTimeSpan(wait));

    private CrmException Passing(string message, Exception? inner = null) =>
        new(CrmFailure.Passing, _connection.Name, message, inner);
}

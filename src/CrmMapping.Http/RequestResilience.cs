using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CrmMapping.Http;

/// <summary>Says how often and after what wait a request is sent again, and when an account is left alone.</summary>
internal static class RequestResilience
{
    private const int MaxAttempts = 6;

    private static readonly ResiliencePropertyKey<CrmRequest> RequestKey = new("request");

    public static ResiliencePipeline<Attempt> Build(
        ICrmHttpRules rules, TimeProvider time, Action<CrmRequest, Attempt, TimeSpan> onRetry) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = time }
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
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnother(arguments, rules.Patience)),
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result.Advice.Wait),
                OnRetry = arguments =>
                {
                    onRetry(RequestOf(arguments.Context), arguments.Outcome.Result, arguments.RetryDelay);
                    return default;
                },
                MaxRetryAttempts = MaxAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = TimeSpan.FromSeconds(30),
            })
            .Build();

    /// <summary>Takes a context that knows its request; it is to be given back.</summary>
    public static ResilienceContext Enter(CrmRequest request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        return context;
    }

    private static bool IsWorthAnother(RetryPredicateArguments<Attempt> arguments, TimeSpan patience) =>
        arguments.Outcome.Exception is null
        && arguments.Outcome.Result.MayRepeat(RequestOf(arguments.Context))
        && arguments.Outcome.Result.Advice.Wait.GetValueOrDefault() <= patience;

    private static CrmRequest RequestOf(ResilienceContext context) => context.Properties.GetValue(RequestKey, null!);
}

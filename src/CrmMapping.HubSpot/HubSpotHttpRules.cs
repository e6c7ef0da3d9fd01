using System.Net;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Knows HubSpot's limits and what its refusals ask for.</summary>
internal sealed class HubSpotHttpRules(HubSpotOptions options) : ICrmHttpRules
{
    public const string SearchBudget = "search";

    private const string DailyReason = "HubSpot's daily limit is used up until midnight in the account's time zone";

    // Nobody tells when the day's budget begins anew but the account's midnight, so it is asked for once an hour.
    private static readonly TimeSpan DailyWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan MigrationWait = TimeSpan.FromMinutes(10);

    public string Kind => HubSpotAdapter.KindName;

    public Uri BaseAddress => options.BaseAddress;

    public TimeSpan AttemptTimeout => options.RequestTimeout;

    public TimeSpan Patience => options.Patience;

    public BudgetLimit Limit(string budget) => budget == SearchBudget
        ? new BudgetLimit(options.SearchesPerSecond, TimeSpan.FromSeconds(1), MaxInFlight: 3)
        : new BudgetLimit(options.RequestsPerTenSeconds, TimeSpan.FromSeconds(10));

    public LimitReport ReadLimits(CrmResponse response) => new(
        response.NumberHeader("X-HubSpot-RateLimit-Max"),
        response.NumberHeader("X-HubSpot-RateLimit-Remaining"),
        response.NumberHeader("X-HubSpot-RateLimit-Interval-Milliseconds") is > 0 and var interval
            ? TimeSpan.FromMilliseconds(interval)
            : null,
        response.NumberHeader("X-HubSpot-RateLimit-Daily-Remaining") is 0 ? DailyWait : null,
        DailyReason);

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now)
    {
        var told = response.RetryAfter(now);
        return response.Status switch
        {
            HttpStatusCode.TooManyRequests => Limited(response, attempt, told),
            HttpStatusCode.Locked => new(
                RetryKind.NotProcessed, told ?? TimeSpan.FromSeconds(2 * attempt), Reason: "HubSpot has locked the records for a moment"),
            (HttpStatusCode)477 => new(
                RetryKind.NotProcessed, told ?? MigrationWait, Pauses: true, "HubSpot is moving the account to another data centre"),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new(
                RetryKind.MaybeProcessed, told, Reason: $"HubSpot answered {(int)response.Status}"),
            _ => RetryAdvice.Accept,
        };
    }

    private static RetryAdvice Limited(CrmResponse response, int attempt, TimeSpan? told)
    {
        var refusal = HubSpotRefusal.Read(response.Body.Span);
        var (wait, reason) = refusal switch
        {
            { PolicyName: "DAILY" } => (DailyWait, DailyReason),
            _ when refusal.Says("daily limit") => (DailyWait, DailyReason),
            { PolicyName: "SECONDLY" } => (TimeSpan.FromSeconds(attempt), "HubSpot's limit of a second is used up"),
            _ when refusal.Says("secondly limit") && !refusal.Says("ten_secondly") =>
                (TimeSpan.FromSeconds(attempt), "HubSpot's limit of a second is used up"),
            _ => (TimeSpan.FromSeconds(10 * attempt), "HubSpot's limit of ten seconds is used up"),
        };
        return new(RetryKind.NotProcessed, told ?? wait, Pauses: true, reason);
    }
}

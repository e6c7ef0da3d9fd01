using System.Net;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Knows the limits of a HubSpot account and what HubSpot's refusals ask for.</summary>
internal sealed class HubSpotHttpRules(HubSpotOptions options, AccountDay day) : ICrmHttpRules
{
    public const string SearchBudget = "search";

    private const string DailyReason = "HubSpot's daily limit is used up until midnight in the account's time zone";

    private static readonly TimeSpan LockedWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MigrationWait = TimeSpan.FromMinutes(10);

    public string Kind => HubSpotAdapter.KindName;

    public Uri BaseAddress => options.BaseAddress;

    public TimeSpan AttemptTimeout => options.RequestTimeout;

    public TimeSpan Patience => options.Patience;

    public BudgetLimit Limit(string budget) => budget == SearchBudget
        ? new BudgetLimit(options.SearchesPerSecond, TimeSpan.FromSeconds(1), MaxInFlight: 3)
        : new BudgetLimit(options.RequestsPerTenSeconds, TimeSpan.FromSeconds(10));

    public LimitReport ReadLimits(CrmResponse response, Instant now) => new(
        response.NumberHeader("X-HubSpot-RateLimit-Max"),
        response.NumberHeader("X-HubSpot-RateLimit-Remaining"),
        response.NumberHeader("X-HubSpot-RateLimit-Interval-Milliseconds") is > 0 and var interval
            ? TimeSpan.FromMilliseconds(interval)
            : null,
        response.NumberHeader("X-HubSpot-RateLimit-Daily-Remaining") is 0 ? day.Rest(response.Date ?? now) : null,
        DailyReason);

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now)
    {
        var told = response.RetryAfter(now);
        var status = (int)response.Status;
        return status switch
        {
            429 => Limited(response, attempt, told, now),
            423 => new(
                RetryKind.NotProcessed, Longer(told ?? LockedWait * attempt, LockedWait), Reason: "HubSpot has locked the records for a moment (423)"),
            477 => new(
                RetryKind.NotProcessed, told ?? MigrationWait, Pauses: true, "HubSpot is moving the account to another data centre (477)"),

            // HubSpot's edge says that the request got no further.
            521 or 523 or 525 or 526 => new(RetryKind.NotProcessed, told, Reason: $"HubSpot cannot be reached behind its edge ({status})"),
            408 or >= 500 => new(RetryKind.MaybeProcessed, told, Reason: $"HubSpot answered {status}"),
            _ => RetryAdvice.Accept,
        };
    }

    public RefusalMeaning Explain(CrmRequest request, CrmResponse response) => HubSpotRefusals.Explain(request.Name, response);

    private RetryAdvice Limited(CrmResponse response, int attempt, TimeSpan? told, Instant now)
    {
        var refusal = HubSpotRefusal.Read(response.Body.Span);
        var (wait, reason) = refusal switch
        {
            { PolicyName: "DAILY" } => (day.Rest(response.Date ?? now), DailyReason),
            _ when refusal.Says("daily limit") => (day.Rest(response.Date ?? now), DailyReason),
            { PolicyName: "SECONDLY" } => (TimeSpan.FromSeconds(attempt), "HubSpot's limit of a second is used up"),
            _ when refusal.Says("secondly limit") && !refusal.Says("ten_secondly") =>
                (TimeSpan.FromSeconds(attempt), "HubSpot's limit of a second is used up"),
            _ => (TimeSpan.FromSeconds(10 * attempt), "HubSpot's limit of ten seconds is used up"),
        };
        return new(RetryKind.NotProcessed, told ?? wait, Pauses: true, reason);
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}

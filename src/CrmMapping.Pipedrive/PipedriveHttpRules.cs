using System.Globalization;
using System.Net.Http.Headers;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Knows the limits of a Pipedrive company and what Pipedrive's refusals ask for.</summary>
internal sealed class PipedriveHttpRules(PipedriveOptions options, AccountDay day) : ICrmHttpRules
{
    public const string SearchBudget = "search";

    private const string SharedHost = "api.pipedrive.com";
    private const string DailyReason = "Pipedrive's daily token budget is used up until midnight by its servers; all users and integrations of the company share it";
    private const string BurstReason = "Pipedrive's limit of two seconds is used up";

    // What is larger is no number of seconds from now but an instant.
    private const long LeastEpoch = 1_000_000_000;
    private const long LeastEpochMilliseconds = 1_000_000_000_000;

    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(2);

    public string Kind => PipedriveAdapter.KindName;

    public Uri BaseAddress => options.BaseAddress;

    public TimeSpan AttemptTimeout => options.RequestTimeout;

    public TimeSpan Patience => options.Patience;

    public BudgetLimit Limit(string budget) =>
        new(budget == SearchBudget ? options.SearchesPerTwoSeconds : options.RequestsPerTwoSeconds, Burst);

    public LimitReport ReadLimits(CrmResponse response, Instant now) => new(
        response.NumberHeader("x-ratelimit-limit") is > 0 and var limit ? limit : null,
        response.NumberHeader("x-ratelimit-remaining"),
        null,
        IsDayUsedUp(response) ? day.Rest(response.Date ?? now) : null,
        DailyReason);

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now)
    {
        var told = response.RetryAfter(now);
        return (int)response.Status switch
        {
            429 when IsDayUsedUp(response) => new(RetryKind.NotProcessed, day.Rest(response.Date ?? now), Pauses: true, DailyReason),
            429 => new(RetryKind.NotProcessed, told ?? Reset(response, now) ?? Burst * attempt, Pauses: true, BurstReason),
            501 => RetryAdvice.Accept,
            408 or >= 500 => new(RetryKind.MaybeProcessed, told, Reason: $"Pipedrive answered {(int)response.Status}"),
            _ => RetryAdvice.Accept,
        };
    }

    public RefusalMeaning Explain(CrmRequest request, CrmResponse response) => PipedriveRefusals.Explain(request.Name, response);

    public void Prepare(HttpRequestMessage message, CrmCredentials? credentials)
    {
        ArgumentNullException.ThrowIfNull(message);

        // Companies' own hosts know version 1 as /api/v1, the shared one as /v1.
        if (message.RequestUri is { Host: SharedHost } address && address.AbsolutePath.StartsWith("/api/v1/", StringComparison.Ordinal))
        {
            message.RequestUri = new Uri(address, address.PathAndQuery["/api".Length..]);
        }

        if (credentials?.AccessToken is not { } token)
        {
            return;
        }

        // An API token never ends and buys nothing; what does either came by OAuth.
        if (credentials.RefreshToken is null && credentials.ExpiresAt is null)
        {
            message.Headers.TryAddWithoutValidation("x-api-token", token);
        }
        else
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    private static bool IsDayUsedUp(CrmResponse response) =>
        response.NumberHeader("x-daily-ratelimit-token-remaining") is 0 || response.NumberHeader("x-daily-requests-left") is 0;

    private static TimeSpan? Reset(CrmResponse response, Instant now)
    {
        if (!long.TryParse(response.Header("x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var told))
        {
            return null;
        }

        var wait = told switch
        {
            >= LeastEpochMilliseconds => (Instant.FromUnixTimeMilliseconds(Math.Min(told, 99 * LeastEpochMilliseconds)) - (response.Date ?? now)).ToTimeSpan(),
            >= LeastEpoch => (Instant.FromUnixTimeSeconds(told) - (response.Date ?? now)).ToTimeSpan(),
            _ => TimeSpan.FromSeconds(told),
        };
        return wait > TimeSpan.Zero ? wait : null;
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Knows the limits of a HighLevel location and what HighLevel's refusals ask for.</summary>
internal sealed class HighLevelHttpRules(HighLevelOptions options) : ICrmHttpRules
{
    /// <summary>How many requests are under way at once, as HighLevel takes one record a request.</summary>
    public const int MaxInFlight = 8;

    private const string Version = "2021-07-28";
    private const string DailyReason = "HighLevel's daily limit of requests is used up";

    // A reset beyond this is no span of milliseconds but a time.
    private const long LongestSpan = 10L * 86_400_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    // Where nobody says when the day ends, it is looked at again this often.
    private static readonly TimeSpan UnknownRest = TimeSpan.FromHours(1);

    public string Kind => HighLevelAdapter.KindName;

    public Uri BaseAddress => options.BaseAddress;

    public TimeSpan AttemptTimeout => options.RequestTimeout;

    public TimeSpan Patience => options.Patience;

    public BudgetLimit Limit(string budget) => new(options.RequestsPerTenSeconds, Interval, MaxInFlight);

    public LimitReport ReadLimits(CrmResponse response, Instant now) => new(
        response.NumberHeader("X-RateLimit-Max"),
        response.NumberHeader("X-RateLimit-Remaining"),
        IntervalOf(response),
        IsDayOver(response) ? Rest(response, now) : null,
        DailyReason);

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now)
    {
        var told = response.RetryAfter(now);
        return (int)response.Status switch
        {
            429 when IsDayOver(response) => new(RetryKind.NotProcessed, told ?? Rest(response, now), Pauses: true, DailyReason),
            429 => new(
                RetryKind.NotProcessed, told ?? (IntervalOf(response) ?? Interval) * attempt, Pauses: true, "HighLevel's limit of ten seconds is used up"),
            408 or >= 500 => new(RetryKind.MaybeProcessed, told, Reason: $"HighLevel answered {(int)response.Status}"),
            _ => RetryAdvice.Accept,
        };
    }

    public RefusalMeaning Explain(CrmRequest request, CrmResponse response) => HighLevelRefusals.Explain(request.Name, response);

    public void Prepare(HttpRequestMessage message, CrmCredentials? credentials)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Headers.TryAddWithoutValidation("Version", Version);
        if (credentials?.AccessToken is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    private static bool IsDayOver(CrmResponse response) => response.NumberHeader("X-RateLimit-Daily-Remaining") is 0;

    private static TimeSpan? IntervalOf(CrmResponse response) =>
        response.NumberHeader("X-RateLimit-Interval-Milliseconds") is > 0 and var interval ? TimeSpan.FromMilliseconds(interval) : null;

    private static TimeSpan Rest(CrmResponse response, Instant now)
    {
        if (!long.TryParse(response.Header("X-RateLimit-Daily-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset))
        {
            return UnknownRest;
        }

        var rest = reset > LongestSpan ? reset - (response.Date ?? now).ToUnixTimeMilliseconds() : reset;
        return rest is > 0 and <= LongestSpan ? TimeSpan.FromMilliseconds(rest) : UnknownRest;
    }
}

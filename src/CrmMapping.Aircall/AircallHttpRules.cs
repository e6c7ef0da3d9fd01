using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>Knows the limit of an Aircall company and what Aircall's refusals ask for.</summary>
internal sealed class AircallHttpRules(AircallOptions options) : ICrmHttpRules
{
    private const string LimitReason = "Aircall's limit of a minute is used up, which all keys and integrations of the company share";

    // What is larger counts milliseconds: the unit of the reset is not documented.
    private const long LeastEpochMilliseconds = 1_000_000_000_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public string Kind => AircallAdapter.KindName;

    public Uri BaseAddress => options.BaseAddress;

    public TimeSpan AttemptTimeout => options.RequestTimeout;

    public TimeSpan Patience => options.Patience;

    public BudgetLimit Limit(string budget) => new(options.RequestsPerMinute, Minute);

    public LimitReport ReadLimits(CrmResponse response, Instant now) => new(
        response.NumberHeader("X-AircallApi-Limit") is > 0 and var limit ? limit : null, response.NumberHeader("X-AircallApi-Remaining"), null);

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now) => (int)response.Status switch
    {
        429 => new(RetryKind.NotProcessed, response.RetryAfter(now) ?? Reset(response, now) ?? Minute, Pauses: true, LimitReason),
        501 => RetryAdvice.Accept,
        408 or >= 500 => new(RetryKind.MaybeProcessed, response.RetryAfter(now), Reason: $"Aircall answered {(int)response.Status}"),
        _ => RetryAdvice.Accept,
    };

    public RefusalMeaning Explain(CrmRequest request, CrmResponse response) => AircallRefusals.Explain(request.Name, response);

    // Aircall says 403 of a wrong key; another one may have been put in its place since.
    public bool IsTokenRefused(CrmResponse response) => response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    public void Prepare(HttpRequestMessage message, CrmCredentials? credentials)
    {
        // Not parsed: what cannot be would be quoted in the exception.
        if (credentials?.AccessToken?.Split(' ', 2) is [var scheme, var word])
        {
            message.Headers.Authorization = new AuthenticationHeaderValue(scheme, word);
        }
    }

    private static TimeSpan? Reset(CrmResponse response, Instant now)
    {
        if (!long.TryParse(response.Header("X-AircallApi-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var told))
        {
            return null;
        }

        var end = told >= LeastEpochMilliseconds
            ? Instant.FromUnixTimeMilliseconds(Math.Min(told, 99 * LeastEpochMilliseconds))
            : Instant.FromUnixTimeSeconds(told);
        var wait = end - (response.Date ?? now);
        return wait > Duration.Zero ? Duration.Min(wait, Duration.FromDays(1)).ToTimeSpan() : null;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Knows the limits of a Salesforce org and what Salesforce's refusals ask for.</summary>
internal sealed partial class SalesforceHttpRules(SalesforceOptions options) : ICrmHttpRules
{
    private const string DailyReason = "Salesforce's limit of requests in 24 hours is used up; the window moves on by itself";

    // The window rolls: what is given back comes bit by bit, so that it is looked at now and then.
    private static readonly TimeSpan DailyWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ConcurrentWait = TimeSpan.FromSeconds(5);

    // Salesforce counts a day, which no queue can hold: what is left of the day is what may be sent of so many a minute, so that
    // backfills leave the last quarter of the day to live changes.
    private const int PerMinute = 6000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public string Kind => SalesforceAdapter.KindName;

    public Uri BaseAddress => options.LoginAddress;

    public TimeSpan AttemptTimeout => options.RequestTimeout;

    public TimeSpan Patience => options.Patience;

    public BudgetLimit Limit(string budget) => new(PerMinute, Minute, options.RequestsAtOnce);

    public LimitReport ReadLimits(CrmResponse response, Instant now)
    {
        var match = Usage().Match(response.Header("Sforce-Limit-Info") ?? "");
        return match.Success && int.TryParse(match.Groups[1].Value, out var used) && int.TryParse(match.Groups[2].Value, out var all) && all > 0
            ? new LimitReport(PerMinute, Left(all, used), Minute, used >= all ? DailyWait : null, DailyReason)
            : default;
    }

    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now)
    {
        var told = response.RetryAfter(now);
        var status = (int)response.Status;
        return status switch
        {
            403 or 400 => Limited(SalesforceError.ReadAll(response.Body.Span), attempt),
            429 => new(RetryKind.NotProcessed, told ?? ConcurrentWait * attempt, Pauses: true, "Salesforce asks for fewer requests (429)"),
            503 => new(RetryKind.MaybeProcessed, told, Reason: "Salesforce is overloaded or under maintenance (503)"),
            408 or >= 500 => new(RetryKind.MaybeProcessed, told, Reason: $"Salesforce answered {status}"),
            _ => RetryAdvice.Accept,
        };
    }

    public RefusalMeaning Explain(CrmRequest request, CrmResponse response) => SalesforceRefusals.Explain(request.Name, response.Status, response.Body.Span);

    // Other answers of 401 stay so with any token: asking for another would go round.
    public bool IsTokenRefused(CrmResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Status == HttpStatusCode.Unauthorized
            && SalesforceError.ReadAll(response.Body.Span).Any(static error => error.Code == "INVALID_SESSION_ID" && !error.Says("not valid for use with"));
    }

    public void Prepare(HttpRequestMessage message, CrmCredentials? credentials)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (credentials?.AccessToken is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            message.Headers.TryAddWithoutValidation("Sforce-Call-Options", "client=CrmMapping");
        }
    }

    private static int Left(int all, int used) => (int)Math.Ceiling(PerMinute * (double)Math.Max(0, all - used) / all);

    private static RetryAdvice Limited(IReadOnlyList<SalesforceError> errors, int attempt) => (errors is [var first, ..] ? first.Code : null) switch
    {
        "REQUEST_LIMIT_EXCEEDED" when errors[0].Says("Concurrent") => new(
            RetryKind.NotProcessed, ConcurrentWait * attempt, Pauses: true, "too many long requests are under way in the org"),
        "REQUEST_LIMIT_EXCEEDED" => new(RetryKind.NotProcessed, DailyWait, Pauses: true, DailyReason),
        "SERVER_UNAVAILABLE" => new(RetryKind.NotProcessed, Reason: "Salesforce is not available"),
        "QUERY_TIMEOUT" or "REQUEST_RUNNING_TOO_LONG" or "UNKNOWN_EXCEPTION" => new(
            RetryKind.MaybeProcessed, Reason: $"Salesforce gave up on the request ({errors[0].Code})"),
        _ => RetryAdvice.Accept,
    };

    [GeneratedRegex(@"(?<![\w-])api-usage=(\d{1,9})/(\d{1,9})")]
    private static partial Regex Usage();
}

using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Counts requests against the limits of an account: 10 seconds an app, a day, a second of searches. Used under the gate.</summary>
internal sealed class HubSpotLimits(HubSpotPortal portal)
{
    private static readonly Duration Burst = Duration.FromSeconds(10);

    private readonly Dictionary<HubSpotOAuth.Verdict, RollingWindow> _bursts = [];
    private readonly RollingWindow _searches = new(portal.Options.SearchLimit, Duration.FromSeconds(1));
    private readonly DateTimeZone _zone =
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(portal.Options.TimeZone) ?? DateTimeZone.Utc;

    private LocalDate _day;
    private int _today;

    public bool Enabled { get; set; } = portal.Options.LimitsEnabled;

    /// <summary>Lets a request through, or fills the answer with a refusal.</summary>
    public bool Admit(Answer answer, HubSpotOAuth.Verdict who, bool isSearch)
    {
        if (!Enabled)
            return true;
        if (isSearch)
            return _searches.TryEnter(portal.Now) || RefuseSearch(answer);

        var window = WindowOf(who);
        var isPrivate = who is HubSpotOAuth.Verdict.PrivateApp;
        StartDay();
        var allowedToday = !isPrivate || _today < portal.Options.DailyLimit;
        var admitted = allowedToday && window.TryEnter(portal.Now);
        if (admitted)
            _today++;
        WriteHeaders(answer, window, isPrivate);
        return admitted || (allowedToday ? RefuseBurst(answer) : RefuseDay(answer));
    }

    public void Reset()
    {
        _bursts.Clear();
        _searches.Reset();
        _today = 0;
    }

    public bool RefuseBurst(Answer answer) => Refuse(answer, "You have reached your ten_secondly_rolling limit.", "TEN_SECONDLY_ROLLING", json =>
    {
        json.WriteString("errorType", "RATE_LIMIT");
        if (Seeded.Below(2, portal.Options.Seed, answer.Number, 60) is 0)
            json.WriteString("groupName", $"publicapi:private_app-api-calls-ten-secondly:{portal.Options.AppId}:{portal.Options.PortalId}");
    });

    private bool RefuseDay(Answer answer) => Refuse(answer, "You have reached your daily limit.", "DAILY", json =>
    {
        json.WriteString("errorType", "RATE_LIMIT");
        json.WriteString("requestId", Seeded.NewGuid(portal.Options.Seed, answer.Number, 61).ToString());
    });

    private bool RefuseSearch(Answer answer) =>
        Refuse(answer, "You have reached your secondly limit.", Seeded.Below(2, portal.Options.Seed, answer.Number, 62) is 0 ? "SECONDLY" : null,
            json => json.WriteString("category", "RATE_LIMITS"));

    private bool Refuse(Answer answer, string message, string? policy, Action<Utf8JsonWriter> rest)
    {
        answer.Restart();
        answer.Status = 429;
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteString("status", "error");
        json.WriteString("message", message);
        if (policy is not null)
            json.WriteString("policyName", policy);
        rest(json);
        json.WriteString("correlationId", ProblemWriter.CorrelationId(portal, answer.Number));
        json.WriteEndObject();
        return false;
    }

    private void StartDay()
    {
        var today = portal.Now.InZone(_zone).Date;
        if (today == _day)
            return;
        _day = today;
        _today = 0;
    }

    private RollingWindow WindowOf(HubSpotOAuth.Verdict who)
    {
        if (!_bursts.TryGetValue(who, out var window))
        {
            var limit = who is HubSpotOAuth.Verdict.OAuth ? portal.Options.OAuthBurstLimit : portal.Options.BurstLimit;
            _bursts[who] = window = new RollingWindow(limit, Burst);
        }

        return window;
    }

    private void WriteHeaders(Answer answer, RollingWindow window, bool isPrivate)
    {
        answer.Headers.Add(new("X-HubSpot-RateLimit-Max", Text(window.Limit)));
        answer.Headers.Add(new("X-HubSpot-RateLimit-Remaining", Text(window.Remaining)));
        answer.Headers.Add(new("X-HubSpot-RateLimit-Interval-Milliseconds", "10000"));
        if (!isPrivate)
            return;
        answer.Headers.Add(new("X-HubSpot-RateLimit-Daily", Text(portal.Options.DailyLimit)));
        answer.Headers.Add(new("X-HubSpot-RateLimit-Daily-Remaining", Text(portal.Options.DailyLimit - _today)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

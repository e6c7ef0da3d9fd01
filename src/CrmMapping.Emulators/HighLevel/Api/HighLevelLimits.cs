using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Counts requests: by ten seconds and by the day. Used under the gate.</summary>
internal sealed class HighLevelLimits(Location location)
{
    private static readonly Duration Interval = Duration.FromSeconds(10);

    private readonly RollingWindow _burst = new(location.Options.BurstLimit, Interval);
    private LocalDate _day;
    private int _today;

    public bool Enabled { get; set; } = location.Options.LimitsEnabled;

    /// <summary>Lets a request through, or fills the answer with a refusal. Every answer says what is left.</summary>
    public bool Admit(Answer answer)
    {
        if (!Enabled)
            return true;
        StartDay();
        var hasDay = _today < location.Options.DailyLimit;
        var admitted = hasDay && _burst.TryEnter(location.Now);
        _today += admitted ? 1 : 0;
        if (admitted)
            WriteHeaders(answer, _burst.Remaining);
        else
            Refuse(answer);
        return admitted;
    }

    /// <summary>Refuses as for a burst, without a word of when to come again.</summary>
    public void Refuse(Answer answer)
    {
        answer.Restart();
        answer.Status = 429;
        answer.Json.WriteStartObject();
        answer.Json.WriteNumber("statusCode", 429);
        answer.Json.WriteString("message", "Too Many Requests");
        answer.Json.WriteEndObject();
        WriteHeaders(answer, 0);
    }

    public void Spend(int requests)
    {
        StartDay();
        _today += requests;
    }

    public void Reset()
    {
        _burst.Reset();
        _today = 0;
    }

    private void StartDay()
    {
        var today = location.Now.InUtc().Date;
        if (today == _day)
            return;
        _day = today;
        _today = 0;
    }

    private void WriteHeaders(Answer answer, int remaining)
    {
        var reset = (location.Now.InUtc().Date.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - location.Now).TotalMilliseconds;
        Add(answer, "X-RateLimit-Limit-Daily", location.Options.DailyLimit);
        Add(answer, "X-RateLimit-Daily-Remaining", Math.Max(0, location.Options.DailyLimit - _today));
        Add(answer, "X-RateLimit-Daily-Reset", (long)reset);
        Add(answer, "X-RateLimit-Interval-Milliseconds", (long)Interval.TotalMilliseconds);
        Add(answer, "X-RateLimit-Max", location.Options.BurstLimit);
        Add(answer, "X-RateLimit-Remaining", remaining);
    }

    private static void Add(Answer answer, string name, long number) => answer.Headers.Add(new(name, number.ToString(CultureInfo.InvariantCulture)));
}

using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Counts requests: by two seconds a token, by two seconds for searches, and by what they cost in a day. Used under the gate.</summary>
internal sealed class PipedriveLimits
{
    private static readonly Duration Burst = Duration.FromSeconds(2);
    private static readonly Duration Patience = Duration.FromSeconds(10);

    private readonly Company _company;
    private readonly Dictionary<Caller, RollingWindow> _bursts;
    private readonly RollingWindow _searches;
    private readonly Queue<Instant> _refusals = new();
    private Instant? _blockedUntil;
    private LocalDate _day;
    private int _spent;

    public PipedriveLimits(Company company)
    {
        _company = company;
        Enabled = company.Options.LimitsEnabled;
        _searches = new RollingWindow(company.Options.SearchBurstLimit, Burst);
        _bursts = new Dictionary<Caller, RollingWindow>
        {
            [Caller.ApiToken] = new(company.Options.BurstLimit, Burst),
            [Caller.OAuth] = new(company.Options.OAuthBurstLimit, Burst),
        };
    }

    public bool Enabled { get; set; }

    /// <summary>Gets the tokens that are left of the day.</summary>
    public int Left => Math.Max(0, _company.Options.DailyTokens - _spent);

    /// <summary>Spends what others with the same company spend.</summary>
    public void Spend(int tokens)
    {
        StartDay();
        _spent += tokens;
    }

    /// <summary>Lets a request through, or fills the answer with a refusal.</summary>
    public bool Admit(Answer answer, Caller who, int cost, bool isSearch)
    {
        if (!Enabled)
            return true;
        if (_blockedUntil > _company.Now)
            return RefuseAtEdge(answer);
        StartDay();
        if (_spent + cost > _company.Options.DailyTokens)
            return RefuseDay(answer);
        var window = isSearch ? _searches : _bursts[who];
        if (!window.TryEnter(_company.Now))
            return RefuseBurst(answer, window);
        _spent += cost;
        WriteHeaders(answer, window.Limit, window.Remaining);
        return true;
    }

    public void Reset()
    {
        foreach (var window in _bursts.Values)
            window.Reset();
        _searches.Reset();
        _refusals.Clear();
        _blockedUntil = null;
        _spent = 0;
    }

    /// <summary>Refuses as for a burst, though there was none: the edge counts only what the client did.</summary>
    public void RefuseBurst(Answer answer) => RefuseBurst(answer, _bursts[Caller.ApiToken].Limit);

    private bool RefuseBurst(Answer answer, RollingWindow window)
    {
        RefuseBurst(answer, window.Limit);
        _refusals.Enqueue(_company.Now);
        while (_refusals.Peek() + Patience <= _company.Now)
            _refusals.Dequeue();
        if (_refusals.Count >= _company.Options.RefusalsUntilBlocked)
            _blockedUntil = _company.Now + Patience;
        return false;
    }

    private void RefuseBurst(Answer answer, int limit)
    {
        Refuse(answer, "request over limit");
        WriteHeaders(answer, limit, remaining: 0);
    }

    private bool RefuseDay(Answer answer)
    {
        Refuse(answer, "daily request limit exceeded");
        WriteDaily(answer);
        return false;
    }

    private static void Refuse(Answer answer, string message) =>
        new PipedriveProblem(429, message, "Please check https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting") { HasCode = true }.Write(answer);

    private static bool RefuseAtEdge(Answer answer)
    {
        answer.Status = 403;
        answer.Text("text/html; charset=UTF-8", "<!DOCTYPE html><html><head><title>Access denied</title></head><body>You have been blocked.</body></html>"u8);
        return false;
    }

    private void StartDay()
    {
        var today = _company.Now.InUtc().Date;
        if (today == _day)
            return;
        _day = today;
        _spent = 0;
    }

    private void WriteHeaders(Answer answer, int limit, int remaining)
    {
        answer.Headers.Add(new("x-ratelimit-limit", Text(limit)));
        answer.Headers.Add(new("x-ratelimit-remaining", Text(remaining)));
        answer.Headers.Add(new("x-ratelimit-reset", "2"));
        // These two are seen, not promised, and are missing at times.
        if (Seeded.Below(8, _company.Options.Seed, answer.Number, 64) > 0)
            WriteDaily(answer);
    }

    private void WriteDaily(Answer answer)
    {
        answer.Headers.Add(new("x-daily-ratelimit-token-limit", Text(_company.Options.DailyTokens)));
        answer.Headers.Add(new("x-daily-ratelimit-token-remaining", Text(Left)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

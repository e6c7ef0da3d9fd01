using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Counts requests against the limit of a rolling day. Used under the gate.</summary>
internal sealed class SalesforceLimits(SalesforceOrg org)
{
    private readonly RollingWindow _day = new(org.Options.DailyLimit, Duration.FromHours(24));

    public bool Enabled { get; set; } = org.Options.LimitsEnabled;

    public int Max => _day.Limit;

    public int Remaining => _day.Remaining;

    /// <summary>Lets a request through; the answer says how many there were.</summary>
    /// <exception cref="SalesforceProblem">The day's requests are used up.</exception>
    public void Admit(Answer answer)
    {
        var isAdmitted = !Enabled || _day.TryEnter(org.Now);
        var used = $"api-usage={_day.Limit - _day.Remaining}/{_day.Limit}";
        // Other entries may follow, of which clients make nothing.
        answer.Headers.Add(new("Sforce-Limit-Info", Seeded.Below(4, org.Options.Seed, answer.Number, 902) is 0 ? $"{used}; per-app-api-usage=17/250(appName=sample-app)" : used));
        if (!isAdmitted)
            throw new SalesforceProblem(403, new SalesforceError("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
    }

    public void Reset() => _day.Reset();

    /// <summary>Words the limit of long requests at the same time, which only its text tells from that of the day.</summary>
    public static void RefuseConcurrent(Answer answer) => ErrorWriter.Write(answer, new SalesforceProblem(403,
        new SalesforceError("REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.")), "");
}

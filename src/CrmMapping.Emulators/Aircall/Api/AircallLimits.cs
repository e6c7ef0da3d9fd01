using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Counts the requests of all clients of the company, minute by minute. Used under the gate.</summary>
internal sealed class AircallLimits(Company company)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private Instant _end;
    private int _used;

    public bool Enabled { get; set; } = company.Options.LimitsEnabled;

    /// <summary>Lets a request through, or fills the answer with a refusal. Most answers say what is left, and not all.</summary>
    public bool Admit(Answer answer)
    {
        if (!Enabled)
            return true;
        StartMinute();
        if (_used >= company.Options.RequestsPerMinute)
        {
            Refuse(answer);
            return false;
        }

        _used++;
        if (Seeded.Below(8, company.Options.Seed, answer.Number, 640) > 0)
            WriteHeaders(answer);
        return true;
    }

    public void Refuse(Answer answer)
    {
        StartMinute();
        AircallProblem.AtTheEdge(429, "Too Many Requests").Write(answer);
        _used = Math.Max(_used, company.Options.RequestsPerMinute);
        WriteHeaders(answer);
    }

    public void Spend(int requests)
    {
        StartMinute();
        _used += requests;
    }

    public void Reset() => (_end, _used) = (default, 0);

    private void StartMinute()
    {
        if (company.Now >= _end)
            (_end, _used) = (company.Now + Minute, 0);
    }

    private void WriteHeaders(Answer answer)
    {
        Add(answer, "X-AircallApi-Limit", company.Options.RequestsPerMinute);
        Add(answer, "X-AircallApi-Remaining", Math.Max(0, company.Options.RequestsPerMinute - _used));
        Add(answer, "X-AircallApi-Reset", _end.ToUnixTimeSeconds());
    }

    private static void Add(Answer answer, string name, long number) => answer.Headers.Add(new(name, number.ToString(CultureInfo.InvariantCulture)));
}

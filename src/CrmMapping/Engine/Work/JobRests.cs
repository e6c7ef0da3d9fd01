using NodaTime;

namespace CrmMapping;

/// <summary>Lets what failed rest, longer after each failure, so that it keeps nothing else from being worked.</summary>
internal sealed class JobRests(IClock clock)
{
    /// <summary>Names the job of working what changed; a run is named by its id.</summary>
    public const string Changes = "changes";

    /// <summary>Names the job of logging calls and messages.</summary>
    public const string Calls = "calls";

    private static readonly Duration First = Duration.FromSeconds(1);
    private static readonly Duration Last = Duration.FromMinutes(5);

    private readonly Dictionary<string, (int Failures, Instant Until)> _rests = new(StringComparer.Ordinal);

    /// <summary>Gets when the first job has rested enough; null when none rests.</summary>
    public Instant? NextEnd => _rests.Count == 0 ? null : _rests.Values.Min(static r => r.Until);

    public bool IsResting(string job) => _rests.TryGetValue(job, out var rest) && clock.GetCurrentInstant() < rest.Until;

    public int FailuresOf(string job) => _rests.GetValueOrDefault(job).Failures;

    /// <summary>Says that a job failed; gives how long it rests.</summary>
    public Duration Fail(string job)
    {
        var failures = FailuresOf(job) + 1;
        var rest = Duration.Min(Last, First * Math.Pow(2, Math.Min(failures - 1, 10)));
        _rests[job] = (failures, clock.GetCurrentInstant() + rest);
        return rest;
    }

    public void Forget(string job) => _rests.Remove(job);

    /// <summary>Forgets the jobs that are no more.</summary>
    public void Keep(IReadOnlyCollection<string> jobs)
    {
        foreach (var job in _rests.Keys.Except(jobs).ToList())
        {
            _rests.Remove(job);
        }
    }
}

using NodaTime;

namespace CrmMapping;

/// <summary>Measures one step of a run: how long it was worked and how many requests it made.</summary>
internal sealed class StepMeter(RequestScope asking, IClock clock)
{
    private readonly Instant _start = clock.GetCurrentInstant();

    public long Requests => asking.Requests;

    /// <summary>Adds the step to what the run took before it.</summary>
    public OperationRecord Stamp(OperationRecord run) => run with
    {
        Worked = run.Worked + Duration.Max(Duration.Zero, clock.GetCurrentInstant() - _start),
        Requests = run.Requests + asking.Requests,
    };
}

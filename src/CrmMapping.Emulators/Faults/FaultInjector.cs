namespace CrmMapping.Emulators;

/// <summary>Decides which requests meet a fault: the ones asked for by <see cref="Next(FaultKind, string?, int)"/> first, then those drawn by the <see cref="Plan"/>.</summary>
/// <remarks>A draw depends on the seed and the number of the request alone. May be shared between threads.</remarks>
public sealed class FaultInjector
{
    private readonly Lock _gate = new();
    private readonly List<Ordered> _ordered = [];
    private readonly long _seed;
    private FaultPlan _plan = FaultPlan.None;
    private int _drawn;
    private int _injected;
    private int _storm;

    internal FaultInjector(long seed) => _seed = seed;

    /// <summary>Gets or sets how often faults are drawn.</summary>
    /// <value>The default is <see cref="FaultPlan.None"/>.</value>
    /// <exception cref="ArgumentException">A probability is negative, or they add up to more than 1.</exception>
    public FaultPlan Plan
    {
        get { lock (_gate) return _plan; }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value is { ServerError: < 0 } or { BadGateway: < 0 } or { RateLimited: < 0 } or { Hang: < 0 } or { CutBody: < 0 }
                or { Slow: < 0 } or { LostAnswer: < 0 } or { CutRequest: < 0 } || value.Total > 1 || double.IsNaN(value.Total))
                throw new ArgumentException("The probabilities of a fault plan are 0 or more and add up to at most 1.", nameof(value));
            lock (_gate)
                (_plan, _drawn, _storm) = (value, 0, 0);
        }
    }

    /// <summary>Gets how many requests met a fault so far.</summary>
    public int Injected
    {
        get { lock (_gate) return _injected; }
    }

    /// <summary>Orders a fault for the next requests, whatever the plan says.</summary>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="pathContains">A part of the path of the requests meant, case-sensitive; null means any.</param>
    /// <param name="count">How many requests, at least 1.</param>
    /// <exception cref="ArgumentException">The kind is <see cref="FaultKind.Worded"/>, which needs the words.</exception>
    public void Next(FaultKind kind, string? pathContains = null, int count = 1)
    {
        if (kind is FaultKind.Worded)
            throw new ArgumentException("A worded fault needs its words. Give a FaultAnswer instead of the kind.", nameof(kind));
        Order(new Fault(kind), pathContains, count);
    }

    /// <summary>Orders an answer for the next requests, word for word.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="pathContains">A part of the path of the requests meant, case-sensitive; null means any.</param>
    /// <param name="count">How many requests, at least 1.</param>
    public void Next(FaultAnswer answer, string? pathContains = null, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Order(new Fault(FaultKind.Worded, answer), pathContains, count);
    }

    /// <summary>Forgets the plan and the faults that were ordered.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _ordered.Clear();
            (_plan, _drawn, _storm) = (FaultPlan.None, 0, 0);
        }
    }

    internal Fault? Draw(long requestNumber, string path)
    {
        lock (_gate)
        {
            var fault = TakeOrdered(path) ?? (DrawPlanned(requestNumber, path) is { } kind ? new Fault(kind) : null);
            if (fault is not null)
                _injected++;
            return fault;
        }
    }

    private void Order(Fault fault, string? pathContains, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
            _ordered.Add(new Ordered(fault, pathContains, count));
    }

    private Fault? TakeOrdered(string path)
    {
        for (var i = 0; i < _ordered.Count; i++)
        {
            var order = _ordered[i];
            if (order.PathContains is not null && !path.Contains(order.PathContains, StringComparison.Ordinal))
                continue;
            if (order.Count == 1)
                _ordered.RemoveAt(i);
            else
                _ordered[i] = order with { Count = order.Count - 1 };
            return order.Fault;
        }

        return null;
    }

    private FaultKind? DrawPlanned(long requestNumber, string path)
    {
        if (_plan.PathContains is { } part && !path.Contains(part, StringComparison.Ordinal))
            return null;
        if (_storm > 0)
        {
            _storm--;
            return FaultKind.RateLimited;
        }

        if (_drawn >= _plan.Limit || _plan.At(Seeded.Unit(_seed, requestNumber, 77)) is not { } kind)
            return null;
        _drawn++;
        if (kind is FaultKind.RateLimited)
            _storm = Math.Max(0, _plan.StormLength - 1);
        return kind;
    }

    private readonly record struct Ordered(Fault Fault, string? PathContains, int Count);
}

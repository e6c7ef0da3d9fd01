namespace CrmMapping.Emulators;

/// <summary>Says how often each fault happens. Immutable; the default has none.</summary>
public sealed record FaultPlan
{
    /// <summary>Gets the plan in which nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>Gets the probability of <see cref="FaultKind.ServerError"/>, 0 to 1.</summary>
    public double ServerError { get; init; }

    /// <summary>Gets the probability of <see cref="FaultKind.BadGateway"/>, 0 to 1.</summary>
    public double BadGateway { get; init; }

    /// <summary>Gets the probability that a storm of <see cref="FaultKind.RateLimited"/> begins, 0 to 1.</summary>
    public double RateLimited { get; init; }

    /// <summary>Gets the probability of <see cref="FaultKind.Hang"/>, 0 to 1.</summary>
    public double Hang { get; init; }

    /// <summary>Gets the probability of <see cref="FaultKind.CutBody"/>, 0 to 1.</summary>
    public double CutBody { get; init; }

    /// <summary>Gets the probability of <see cref="FaultKind.Slow"/>, 0 to 1.</summary>
    public double Slow { get; init; }

    /// <summary>Gets the probability of <see cref="FaultKind.LostAnswer"/>, 0 to 1.</summary>
    public double LostAnswer { get; init; }

    /// <summary>Gets the probability of <see cref="FaultKind.CutRequest"/>, 0 to 1.</summary>
    public double CutRequest { get; init; }

    /// <summary>Gets how many requests in a row a storm of 429 answers refuses.</summary>
    /// <value>The default is 3.</value>
    public int StormLength { get; init; } = 3;

    /// <summary>Gets how long a hanging request is held at most before its connection is cut.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan HangFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long a slow answer takes.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan SlowFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets how many drawn faults there are in all; after them the emulator behaves.</summary>
    /// <value>The default is <see cref="int.MaxValue"/>.</value>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Gets a part of the paths that the drawn faults touch; null touches every path.</summary>
    public string? PathContains { get; init; }

    /// <summary>Makes a plan in which the given share of requests meets a fault of some kind.</summary>
    /// <param name="share">The share of requests, 0 to 1, spread evenly over all kinds but hanging, which gets a tenth of the others.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is below 0 or above 1.</exception>
    public static FaultPlan Share(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var each = share / 7.1;
        return new FaultPlan
        {
            ServerError = each, BadGateway = each, RateLimited = each, CutBody = each, Slow = each, LostAnswer = each,
            CutRequest = each, Hang = each / 10,
        };
    }

    internal double Total => ServerError + BadGateway + RateLimited + Hang + CutBody + Slow + LostAnswer + CutRequest;

    internal FaultKind? At(double point)
    {
        ReadOnlySpan<double> shares = [ServerError, BadGateway, RateLimited, Hang, CutBody, Slow, LostAnswer, CutRequest];
        for (var kind = 0; kind < shares.Length; kind++)
        {
            if (point < shares[kind])
                return (FaultKind)kind;
            point -= shares[kind];
        }

        return null;
    }
}

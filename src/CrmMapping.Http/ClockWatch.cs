using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Http;

/// <summary>Tells once when this machine's clock and a CRM's are further apart than requests take.</summary>
internal sealed class ClockWatch(Connection connection, string crm, ILogger logger)
{
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    private volatile bool _isTold;

    /// <summary>Compares the time that an answer bears with the times between which it was given.</summary>
    public void Compare(Instant sent, Instant received, Instant? date)
    {
        if (date is not { } theirs)
        {
            return;
        }

        var (ahead, behind) = (sent - theirs, theirs - received);
        var isOff = ahead > Tolerance || behind > Tolerance;
        if (isOff && !_isTold)
        {
            var difference = Duration.Max(ahead, behind).ToTimeSpan();
            logger.ClocksDiffer(connection.Name, difference, ahead > behind ? "ahead of" : "behind", crm);
        }

        _isTold = isOff;
    }
}

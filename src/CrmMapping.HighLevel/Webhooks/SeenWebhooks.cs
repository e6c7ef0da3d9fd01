using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Counts how often each webhook came: more often than HighLevel sends one, somebody plays it again. Safe to share between threads.</summary>
/// <remarks>A webhook that could not be kept comes again under its own id, so one that was seen is not refused for that alone.</remarks>
internal sealed class SeenWebhooks(Duration window)
{
    /// <summary>How often HighLevel sends one: once, and six times more after a 429.</summary>
    public const int MostSent = 7;

    private const int MostKept = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Queue<(Instant At, string Id)> _order = new();

    /// <summary>Counts a webhook.</summary>
    /// <returns>False when it came too often.</returns>
    public bool Take(string id, Instant now)
    {
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest) && (oldest.At + window < now || _order.Count >= MostKept))
            {
                _counts.Remove(_order.Dequeue().Id);
            }

            var count = _counts.GetValueOrDefault(id) + 1;
            _counts[id] = count;
            if (count == 1)
            {
                _order.Enqueue((now, id));
            }

            return count <= MostSent;
        }
    }
}

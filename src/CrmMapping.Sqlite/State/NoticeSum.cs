using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Holds what several notices of one contact come to. The order and number of the notices make no difference.</summary>
internal sealed record NoticeSum(
    NoticeKind Kind,
    NoticePriority Priority,
    IReadOnlyDictionary<string, long> FieldTimes,
    long NoticedAt,
    long NotBefore,
    string? MergedInto,
    int Attempts)
{
    private static readonly Dictionary<string, long> NoTimes = [];

    public static NoticeSum Of(Notice notice, Instant now) => new(
        notice.Kind,
        notice.Priority,
        notice is { Field: { } field, At: { } at } ? new Dictionary<string, long> { [field] = at.Ticks } : NoTimes,
        now.Ticks,
        notice.NotBefore?.Ticks ?? long.MinValue,
        notice.MergedInto,
        notice.Attempts);

    public NoticeSum And(NoticeSum other) => new(
        Kind > other.Kind ? Kind : other.Kind,
        Priority < other.Priority ? Priority : other.Priority,
        Latest(FieldTimes, other.FieldTimes),
        Math.Min(NoticedAt, other.NoticedAt),
        Math.Min(NotBefore, other.NotBefore),
        string.CompareOrdinal(MergedInto, other.MergedInto) >= 0 ? MergedInto : other.MergedInto,
        Math.Max(Attempts, other.Attempts));

    private static IReadOnlyDictionary<string, long> Latest(
        IReadOnlyDictionary<string, long> one, IReadOnlyDictionary<string, long> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return one.Count == 0 ? other : one;
        }

        var latest = new Dictionary<string, long>(one);
        foreach (var (field, at) in other)
        {
            latest[field] = latest.TryGetValue(field, out var known) ? Math.Max(known, at) : at;
        }

        return latest;
    }
}

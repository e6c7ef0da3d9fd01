using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Outcomes;

/// <summary>Holds what is known of a CRM's outcomes as JSON does.</summary>
internal sealed record HistoryFile(int FormatVersion, string? ObservedAt, IReadOnlyList<HistoryFile.OutcomeRow> Outcomes)
{
    public const int Format = 1;

    public static HistoryFile Of(OutcomeHistory history) => new(
        Format, Text(history.ObservedAt), [.. history.Outcomes.Select(static outcome => new OutcomeRow(
            outcome.Id,
            outcome.Label,
            [.. outcome.Offered.Select(static span => new SpanRow(
                span.HasStart ? Text(span.Start) : null, span.HasEnd ? Text(span.End) : null))],
            [.. outcome.RenamedAt.Select(static at => Text(at)!)]))]);

    public OutcomeHistory ToHistory() => new()
    {
        ObservedAt = Time(ObservedAt),
        Outcomes = Outcomes.Select(static row => new KnownOutcome
        {
            Id = row.Id,
            Label = row.Label,
            Offered = row.Offered.Select(static span => new Interval(Time(span.From), Time(span.Until))).ToEquatableArray(),
            RenamedAt = row.RenamedAt.Select(static at => Time(at)!.Value).ToEquatableArray(),
        }).ToEquatableArray(),
    };

    private static string? Text(Instant? at) => at is { } instant ? InstantPattern.ExtendedIso.Format(instant) : null;

    private static Instant? Time(string? text) => text is null ? null : InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    internal sealed record OutcomeRow(string Id, string Label, IReadOnlyList<SpanRow> Offered, IReadOnlyList<string> RenamedAt);

    internal sealed record SpanRow(string? From, string? Until);
}

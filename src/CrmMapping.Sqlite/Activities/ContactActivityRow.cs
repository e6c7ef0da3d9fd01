using System.Text.Json;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Holds what a contact's calls and messages add up to as it is stored; times are ticks since 1970.</summary>
internal sealed record ContactActivityRow(
    ContactActivityRow.Totals? InboundCalls, ContactActivityRow.Totals? OutboundCalls, ContactActivityRow.Totals? InboundMessages, ContactActivityRow.Totals? OutboundMessages)
{
    public static string Write(ContactActivity activity) => JsonSerializer.Serialize(
        new ContactActivityRow(
            Totals.Of(activity.InboundCalls), Totals.Of(activity.OutboundCalls), Totals.Of(activity.InboundMessages), Totals.Of(activity.OutboundMessages)),
        SqliteJson.Default.ContactActivityRow);

    public static ContactActivity Read(string json)
    {
        var row = JsonSerializer.Deserialize(json, SqliteJson.Default.ContactActivityRow)!;
        return new ContactActivity
        {
            InboundCalls = Totals.Read(row.InboundCalls),
            OutboundCalls = Totals.Read(row.OutboundCalls),
            InboundMessages = Totals.Read(row.InboundMessages),
            OutboundMessages = Totals.Read(row.OutboundMessages),
        };
    }

    internal sealed record Totals(int Count, long FirstAt, long LastAt, string Account, string Key, string? Text)
    {
        public static Totals? Of(EngagementTotals totals) => totals is { FirstAt: { } first, Last: { } last }
            ? new Totals(totals.Count, first.Ticks, last.At.Ticks, last.Account, last.Key, last.Text)
            : null;

        public static EngagementTotals Read(Totals? row) => row is null ? EngagementTotals.None : new EngagementTotals(
            row.Count, Instant.FromUnixTimeTicks(row.FirstAt), new LastEngagement(Instant.FromUnixTimeTicks(row.LastAt), row.Account, row.Key, row.Text));
    }
}

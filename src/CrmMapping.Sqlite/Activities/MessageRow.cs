using System.Text.Json;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Holds a text message as it is stored.</summary>
internal sealed record MessageRow
{
    public CallDirection Direction { get; init; }

    public long SentAt { get; init; }

    public string? ContactNumber { get; init; }

    public string? LineNumber { get; init; }

    public string? UserEmail { get; init; }

    public string? Text { get; init; }

    public static string Write(TextMessage message) => JsonSerializer.Serialize(
        new MessageRow
        {
            Direction = message.Direction,
            SentAt = message.SentAt.Ticks,
            ContactNumber = message.ContactNumber,
            LineNumber = message.LineNumber,
            UserEmail = message.UserEmail,
            Text = message.Text,
        },
        SqliteJson.Default.MessageRow);

    public static TextMessage Read(string id, string json)
    {
        var row = JsonSerializer.Deserialize(json, SqliteJson.Default.MessageRow)!;
        return new TextMessage
        {
            Id = id,
            Direction = row.Direction,
            SentAt = Instant.FromUnixTimeTicks(row.SentAt),
            ContactNumber = row.ContactNumber ?? "",
            LineNumber = row.LineNumber,
            UserEmail = row.UserEmail,
            Text = row.Text ?? "",
        };
    }
}

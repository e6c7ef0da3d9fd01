using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Keeps what of calls and messages is in a connection's CRM, or is about to be.</summary>
internal static class LoggedTable
{
    /// <summary>The columns that <see cref="Read"/> takes, of the table as <c>l</c>.</summary>
    public const string Columns = "l.activity_id, l.record_type, l.record_id, l.situation, l.at, l.tags, l.outcome";

    public const int ColumnCount = 7;

    public static void Save(SqliteSession session, string connection, LoggedActivity logged) => session.Run(
        """
        insert into crm_logged_activities
            (connection, account, key, activity_id, record_type, record_id, situation, at, tags, outcome)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        on conflict (connection, account, key) do update set
            activity_id = ?4, record_type = ?5, record_id = ?6, situation = ?7, at = ?8, tags = ?9, outcome = ?10
        """,
        connection,
        logged.Account,
        logged.Key,
        logged.ActivityId,
        (int)logged.RecordType,
        logged.RecordId,
        logged.Situation is { } situation ? $"{situation}" : null,
        logged.At.Ticks,
        string.Join(',', logged.Tags.Select(static tag => tag.ToString(CultureInfo.InvariantCulture))),
        logged.Outcome);

    /// <summary>Reads what is logged from the columns that begin at a place; null when nothing is.</summary>
    public static LoggedActivity? Read(SqliteDataReader row, string account, string key, int from) => row.IsDBNull(from + 2) ? null : new LoggedActivity
    {
        Account = account,
        Key = key,
        ActivityId = row.Text(from),
        RecordType = (RecordType)row.GetInt32(from + 1),
        RecordId = row.GetString(from + 2),
        Situation = row.Text(from + 3) is { } situation ? Enum.Parse<CallSituation>(situation) : null,
        At = row.At(from + 4),
        Tags = row.GetString(from + 5) is { Length: > 0 } tags
            ? tags.Split(',').Select(static tag => long.Parse(tag, CultureInfo.InvariantCulture)).ToEquatableArray()
            : [],
        Outcome = row.Text(from + 6),
    };
}

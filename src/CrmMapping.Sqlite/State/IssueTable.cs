using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps open issues, one row for each contact, field and code.</summary>
internal static class IssueTable
{
    private const string Columns =
        """
        select i.code, i.local_id, i.crm_id, i.field, i.message, i.at,
            (select group_concat(o.other, char(10) order by o.id) from crm_issue_others o where o.issue = i.id), i.record_type
        """;

    public static void Replace(SqliteSession session, SyncCommit commit)
    {
        var connection = commit.Lease.Connection;
        var firstTimes = new Dictionary<IssueKey, long>();
        foreach (var contact in commit.Replanned)
        {
            foreach (var (key, at) in Take(session, connection, contact))
            {
                firstTimes[key] = at;
            }
        }

        foreach (var closed in commit.ClosedIssues)
        {
            Close(session, connection, IssueKey.Of(closed));
        }

        foreach (var issue in commit.Issues)
        {
            var key = IssueKey.Of(issue);
            var at = (issue.At == default ? commit.At : issue.At).Ticks;
            Save(session, connection, key, issue, firstTimes.GetValueOrDefault(key, at));
        }
    }

    public static IReadOnlyList<SyncIssue> Read(SqliteSession session, string connection, IssueQuery query) => (query.OfConnection ? "" : query.LocalId) is { } contact
        ? session.Read(
            $"{Columns} from crm_issues i where connection = ?1 and contact = ?2 and (?3 is null or code = ?3) order by at desc, id desc limit ?4",
            ReadIssue,
            connection,
            contact,
            query.Code?.ToString(),
            query.Size)
        : session.Read(
            $"{Columns} from crm_issues i where connection = ?1 and (?2 is null or code = ?2) order by at desc, id desc limit ?3",
            ReadIssue,
            connection,
            query.Code?.ToString(),
            query.Size);

    /// <summary>Gives a notice of each contact that waits with an open issue of a code. One that is linked does not wait for a key that it shares.</summary>
    public static IReadOnlyList<Notice> ReadSubjects(SqliteSession session, string connection, IssueCode code) => session.Read(
        """
        select distinct local_id, crm_id, record_type from crm_issues
        where connection = ?1 and code = ?2 and contact <> '' and (code <> 'KeyShared' or local_id is null or crm_id is null)
        """,
        row => new Notice
        {
            Connection = connection,
            Side = row.IsDBNull(0) ? SyncSide.Crm : SyncSide.Local,
            RecordType = row.IsDBNull(0) ? (RecordType)row.GetInt32(2) : RecordType.Contact,
            Id = row.Text(0) ?? row.GetString(1),
            Priority = NoticePriority.Retry,
        },
        connection,
        code.ToString());

    public static IReadOnlyList<SyncIssue> ReadAbout(SqliteSession session, string connection, IReadOnlyCollection<string> contacts) =>
        session.Read(
            $"""
            {Columns} from crm_issues i where i.id in (
                select o.issue from json_each(?2) names cross join crm_issue_others o on o.connection = ?1 and o.other = names.value
                union
                select own.id from json_each(?2) names cross join crm_issues own on own.connection = ?1 and own.contact = names.value)
            order by i.id
            """,
            ReadIssue,
            connection,
            JsonSerializer.Serialize(contacts, SqliteJson.Default.IReadOnlyCollectionString));

    public static void Erase(SqliteSession session, string connection, string localId) => session.Run(
        """
        delete from crm_issues where connection = ?1 and (contact = ?2
            or contact in (select 'crm:' || crm_id from crm_links where connection = ?1 and local_id = ?2))
        """,
        connection,
        localId);

    private static List<KeyValuePair<IssueKey, long>> Take(SqliteSession session, string connection, string contact) => session.Read(
        "delete from crm_issues where connection = ?1 and contact = ?2 returning field, code, at",
        row => KeyValuePair.Create(new IssueKey(contact, row.GetString(0), row.GetString(1)), row.GetInt64(2)),
        connection,
        contact);

    private static void Close(SqliteSession session, string connection, IssueKey key) => session.Run(
        "delete from crm_issues where connection = ?1 and contact = ?2 and field = ?3 and code = ?4",
        connection,
        key.Contact,
        key.Field,
        key.Code);

    private static void Save(SqliteSession session, string connection, IssueKey key, SyncIssue issue, long at)
    {
        var id = session.FindNumber(
            """
            insert into crm_issues (connection, contact, field, code, local_id, crm_id, message, at, record_type)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            on conflict (connection, contact, field, code) do update set local_id = ?5, crm_id = ?6, message = ?7, record_type = ?9
            returning id
            """,
            connection,
            key.Contact,
            key.Field,
            key.Code,
            issue.LocalId,
            issue.CrmId,
            issue.Message,
            at,
            (int)issue.RecordType);
        session.Run("delete from crm_issue_others where issue = ?1", id);
        foreach (var other in issue.Others)
        {
            session.Run(
                "insert into crm_issue_others (issue, connection, other) values (?1, ?2, ?3) on conflict do nothing", id, connection, other);
        }
    }

    private static SyncIssue ReadIssue(SqliteDataReader row) => new()
    {
        Code = Enum.Parse<IssueCode>(row.GetString(0)),
        LocalId = row.Text(1),
        CrmId = row.Text(2),
        Field = row.GetString(3) is { Length: > 0 } field ? field : null,
        Message = row.GetString(4),
        At = row.At(5),
        Others = row.Text(6) is { } others ? others.Split('\n').ToEquatableArray() : default,
        RecordType = (RecordType)row.GetInt32(7),
    };
}

namespace CrmMapping.Sqlite;

/// <summary>Keeps every version of the rules of call outcomes, and what is known of the CRMs' outcomes.</summary>
internal static class OutcomeTable
{
    public static IReadOnlyList<OutcomeRulesVersion> ReadRules(SqliteSession session, string connection, int size) => session.Read(
        "select number, rules, saved_at, saved_by, comment from crm_outcome_rules where connection = ?1 order by number desc limit ?2",
        row => new OutcomeRulesVersion
        {
            Connection = connection,
            Number = row.GetInt32(0),
            Rules = row.GetString(1),
            SavedAt = row.At(2),
            SavedBy = row.GetString(3),
            Comment = row.Text(4),
        },
        connection,
        size);

    public static bool SaveRules(SqliteSession session, OutcomeRulesVersion version) => session.Run(
        """
        insert into crm_outcome_rules (connection, number, rules, saved_at, saved_by, comment)
        select ?1, ?2, ?3, ?4, ?5, ?6
        where ?2 = 1 + coalesce((select max(number) from crm_outcome_rules where connection = ?1), 0)
        """,
        version.Connection,
        version.Number,
        version.Rules,
        version.SavedAt.Ticks,
        version.SavedBy,
        version.Comment) == 1;

    public static string? FindHistory(SqliteSession session, string connection) => session.Find(
        "select history from crm_outcome_histories where connection = ?1", static row => row.GetString(0), connection);

    public static void SaveHistory(SqliteSession session, string connection, string history) => session.Run(
        "insert into crm_outcome_histories (connection, history) values (?1, ?2) on conflict (connection) do update set history = ?2", connection, history);
}

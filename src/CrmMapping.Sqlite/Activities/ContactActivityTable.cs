namespace CrmMapping.Sqlite;

/// <summary>Keeps what contacts' calls and messages add up to, which of them were counted, and what is yet to be put into the contacts.</summary>
internal static class ContactActivityTable
{
    /// <summary>Counts a call or message, once; of one that was counted, what is written or decided is taken in.</summary>
    public static void Count(SqliteSession session, string connection, Engagement engagement)
    {
        var isNew = engagement.LocalId is not null && session.Run(
            "insert or ignore into crm_counted_activities (tenant, account, key, local_id, connection) values (?1, ?2, ?3, ?4, ?5)",
            engagement.Tenant,
            engagement.Account,
            engagement.Key,
            engagement.LocalId,
            connection) == 1;
        if ((isNew ? engagement.LocalId : FindCounted(session, engagement)) is not { } localId)
        {
            return;
        }

        var before = Read(session, engagement.Tenant, localId);
        var after = isNew ? before.With(engagement) : before.WithText(engagement);
        if (after != before)
        {
            Save(session, engagement.Tenant, localId, after);
        }
    }

    public static ContactActivity Read(SqliteSession session, string tenant, string localId) => session.Find(
        "select body from crm_contact_activities where tenant = ?1 and local_id = ?2", static row => row.GetString(0), tenant, localId) is { } body
        ? ContactActivityRow.Read(body)
        : ContactActivity.None;

    public static IReadOnlyList<UnsavedActivity> ReadUnsaved(SqliteSession session, string tenant, int size) => session.Read(
        """
        select local_id, body, revision from crm_contact_activities
        where tenant = ?1 and saved <> revision order by id limit ?2
        """,
        static row => new UnsavedActivity(row.GetString(0), ContactActivityRow.Read(row.GetString(1)), row.GetInt64(2)),
        tenant,
        size);

    public static void MarkSaved(SqliteSession session, string tenant, UnsavedActivity saved) => session.Run(
        "update crm_contact_activities set saved = ?3 where tenant = ?1 and local_id = ?2", tenant, saved.LocalId, saved.Revision);

    /// <summary>Erases what a contact's calls and messages add up to. That they were counted is remembered, so that none counts again.</summary>
    public static void Erase(SqliteSession session, string connection, string localId) => session.Run(
        """
        delete from crm_contact_activities where local_id = ?2 and tenant in (
            select tenant from crm_connections where name = ?1
            union select tenant from crm_counted_activities where connection = ?1 and local_id = ?2)
        """,
        connection,
        localId);

    private static string? FindCounted(SqliteSession session, Engagement engagement) => session.Find(
        "select local_id from crm_counted_activities where tenant = ?1 and account = ?2 and key = ?3",
        static row => row.GetString(0),
        engagement.Tenant,
        engagement.Account,
        engagement.Key);

    private static void Save(SqliteSession session, string tenant, string localId, ContactActivity activity) => session.Run(
        """
        insert into crm_contact_activities (tenant, local_id, body, revision, saved) values (?1, ?2, ?3, 1, 0)
        on conflict (tenant, local_id) do update set body = ?3, revision = revision + 1
        """,
        tenant,
        localId,
        ContactActivityRow.Write(activity));
}

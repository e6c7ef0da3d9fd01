using System.Globalization;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Writes contacts, within the transaction that it is called in.</summary>
internal sealed class ContactWriter<TContact>(ContactJson<TContact> json, SqliteContactKeys<TContact> keys)
    where TContact : class, new()
{
    // A contact's version is its place in the order of all changes, so that the feed and the versions cannot disagree.
    private const string Next = "(select coalesce(max(sequence), 0) + 1 from crm_contacts)";

    public LocalSaveResult Add(SqliteSession session, string tenant, TContact contact, Instant now)
    {
        var added = session.Find(
            $"""
            with next (sequence) as {Next}
            insert into crm_contacts (tenant, state, sequence, created_sequence, modified_at, created_at, stamps, body)
            select ?1, 0, sequence, sequence, ?2, ?2, '', cast(?3 as text) from next
            returning id, sequence
            """,
            row => Saved(row.GetInt64(0), row.GetInt64(1)),
            tenant,
            now.Ticks,
            json.Write(contact))!;
        AddKeys(session, tenant, added.Id, keys.Of(contact));
        return added;
    }

    public LocalSaveResult Create(SqliteSession session, string tenant, LocalCreate<TContact> create, Instant now)
    {
        var known = session.FindNumber(
            """
            select contact from crm_contact_origins
            where tenant = ?1 and connection = ?2 and record_type = ?3 and crm_id = ?4
            """,
            tenant,
            create.Connection,
            (int)create.RecordType,
            create.CrmId);
        if (known is { } id)
        {
            return Revive(session, tenant, id, create.Contact, now);
        }

        var added = Add(session, tenant, create.Contact, now);
        session.Run(
            "insert into crm_contact_origins (contact, tenant, connection, record_type, crm_id) values (?1, ?2, ?3, ?4, ?5)",
            long.Parse(added.Id, CultureInfo.InvariantCulture),
            tenant,
            create.Connection,
            (int)create.RecordType,
            create.CrmId);
        return added;
    }

    public LocalSaveResult Save(
        SqliteSession session, string tenant, string id, TContact contact, string? expectedVersion, Instant now)
    {
        var row = ContactTable<TContact>.Number(id) is { } number ? Find(session, tenant, number, ContactState.Live) : null;
        if (row is null)
        {
            return new LocalSaveResult { Outcome = LocalSaveOutcome.Gone, Id = id };
        }

        var version = row.Sequence.ToString(CultureInfo.InvariantCulture);
        return expectedVersion is null || expectedVersion == version
            ? Overwrite(session, tenant, row, contact, now)
            : new LocalSaveResult { Outcome = LocalSaveOutcome.Changed, Id = id, Version = version };
    }

    public static bool Move(
        SqliteSession session, string tenant, string id, ContactState from, ContactState to, Instant now)
    {
        var number = ContactTable<TContact>.Number(id);
        return session.Run(
            $"update crm_contacts set state = ?4, sequence = {Next}, modified_at = ?5 where id = ?1 and tenant = ?2 and state = ?3",
            number,
            tenant,
            (int)from,
            (int)to,
            now.Ticks) == 1;
    }

    public static bool Delete(SqliteSession session, string tenant, string id, Instant now)
    {
        var deleted = Move(session, tenant, id, ContactState.Live, ContactState.Deleted, now)
            || Move(session, tenant, id, ContactState.Archived, ContactState.Deleted, now);
        if (deleted)
        {
            var number = ContactTable<TContact>.Number(id);
            session.Run("update crm_contacts set body = null, stamps = '' where id = ?1", number);
            session.Run("delete from crm_contact_keys where contact = ?1", number);
            session.Run("delete from crm_contact_origins where contact = ?1", number);
        }

        return deleted;
    }

    private static LocalSaveResult Saved(long id, long sequence) => new()
    {
        Outcome = LocalSaveOutcome.Saved,
        Id = id.ToString(CultureInfo.InvariantCulture),
        Version = sequence.ToString(CultureInfo.InvariantCulture),
    };

    private static ContactRow? Find(SqliteSession session, string tenant, long id, ContactState state) => session.Find(
        "select id, sequence, stamps, body from crm_contacts where id = ?1 and tenant = ?2 and state = ?3",
        row => new ContactRow(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetFieldValue<byte[]>(3)),
        id,
        tenant,
        (int)state);

    private static void AddKeys(SqliteSession session, string tenant, string id, IEnumerable<MatchKey> keys)
    {
        foreach (var key in keys)
        {
            session.Run(
                "insert into crm_contact_keys (contact, tenant, kind, value) values (?1, ?2, ?3, ?4)",
                ContactTable<TContact>.Number(id),
                tenant,
                (int)key.Kind,
                key.Value);
        }
    }

    // A contact that was archived comes back as what it is asked to be; a deleted one has lost its origin.
    private LocalSaveResult Revive(SqliteSession session, string tenant, long id, TContact contact, Instant now)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        return Move(session, tenant, text, ContactState.Archived, ContactState.Live, now)
            ? Save(session, tenant, text, contact, expectedVersion: null, now)
            : Saved(id, Find(session, tenant, id, ContactState.Live)!.Sequence);
    }

    private LocalSaveResult Overwrite(SqliteSession session, string tenant, ContactRow row, TContact contact, Instant now)
    {
        var body = json.Write(contact);
        var changed = json.Difference(row.Body, body);
        if (changed.Count == 0)
        {
            return Saved(row.Id, row.Sequence);
        }

        var sequence = ContactTable<TContact>.LastSequence(session) + 1;
        var stamps = new Dictionary<string, FieldStamp>(ContactJson<TContact>.ReadStamps(row.Stamps));
        foreach (var field in changed)
        {
            stamps[field] = new FieldStamp(now.Ticks, sequence);
        }

        session.Run(
            "update crm_contacts set sequence = ?2, modified_at = ?3, stamps = ?4, body = cast(?5 as text) where id = ?1",
            row.Id,
            sequence,
            now.Ticks,
            ContactJson<TContact>.WriteStamps(stamps),
            body);
        ReplaceKeys(session, tenant, row.Id, keys.Of(contact));
        return Saved(row.Id, sequence);
    }

    private static void ReplaceKeys(SqliteSession session, string tenant, long id, HashSet<MatchKey> keys)
    {
        var standing = session.Read(
            "select kind, value from crm_contact_keys where contact = ?1",
            row => new MatchKey((MatchKeyKind)row.GetInt32(0), row.GetString(1)),
            id);
        if (!keys.SetEquals(standing))
        {
            session.Run("delete from crm_contact_keys where contact = ?1", id);
            AddKeys(session, tenant, id.ToString(CultureInfo.InvariantCulture), keys);
        }
    }
}

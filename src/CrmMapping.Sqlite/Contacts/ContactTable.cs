using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Reads contacts. What is archived or deleted is not there.</summary>
internal sealed class ContactTable<TContact>(ContactJson<TContact> json, string file)
    where TContact : class, new()
{
    private const string Columns = "select c.id, c.sequence, c.modified_at, c.created_at, c.stamps, c.body";

    public List<LocalContact<TContact>> Read(SqliteSession session, string tenant, IEnumerable<string> ids) => session.Read(
        $"""
        {Columns} from json_each(?2) ids
        cross join crm_contacts c on c.id = cast(ids.value as integer) and c.tenant = ?1 and c.state = 0
        """,
        ReadContact,
        tenant,
        List(ids.Where(id => Number(id) is not null)));

    public List<LocalContact<TContact>> ReadPage(SqliteSession session, string tenant, long after, int size) => session.Read(
        $"""
        {Columns} from crm_contacts c indexed by crm_contacts_live
        where c.tenant = ?1 and c.state = 0 and c.id > ?2 order by c.id limit ?3
        """,
        ReadContact,
        tenant,
        after,
        size);

    public List<LocalContact<TContact>> Find(SqliteSession session, string tenant, IEnumerable<MatchKey> keys) =>
    [
        .. keys.GroupBy(key => key.Kind).SelectMany(kind => session.Read(
            $"""
            {Columns} from json_each(?3) wanted
            cross join crm_contact_keys k on k.tenant = ?1 and k.kind = ?2 and k.value = wanted.value
            cross join crm_contacts c on c.id = k.contact and c.state = 0
            """,
            ReadContact,
            tenant,
            (int)kind.Key,
            List(kind.SelectMany(SqliteContactKeys<TContact>.ToLookUp).Distinct()))).DistinctBy(contact => contact.Id),
    ];

    public static long Count(SqliteSession session, string tenant) => session.FindNumber(
        "select count(*) from crm_contacts where tenant = ?1 and state = 0", tenant) ?? 0;

    public static long LastSequence(SqliteSession session) =>
        session.FindNumber("select max(sequence) from crm_contacts") ?? 0;

    public static List<LocalChange> ReadChanges(SqliteSession session, string tenant, long after, int size) => session.Read(
        """
        select id, sequence, created_sequence, modified_at, state, stamps from crm_contacts
        where tenant = ?1 and sequence > ?2 order by sequence limit ?3
        """,
        row => new LocalChange(row.GetInt64(0).ToString(), row.GetInt64(1).ToString(), row.At(3))
        {
            IsDeleted = row.GetInt32(4) != (int)ContactState.Live,
            Fields = row.GetInt64(2) > after ? default : FieldsSince(row.GetString(5), after),
        },
        tenant,
        after,
        size);

    public static long? Number(string id) =>
        long.TryParse(id, System.Globalization.NumberStyles.None, null, out var number) ? number : null;

    private static EquatableArray<string> FieldsSince(string stamps, long after) =>
        ContactJson<TContact>.ReadStamps(stamps).Where(stamp => stamp.Value.Sequence > after).Select(stamp => stamp.Key)
            .ToEquatableArray();

    private static string List(IEnumerable<string> values) =>
        JsonSerializer.Serialize([.. values], SqliteJson.Default.IReadOnlyCollectionString);

    private LocalContact<TContact> ReadContact(SqliteDataReader row)
    {
        var id = row.GetInt64(0).ToString();
        var stamps = ContactJson<TContact>.ReadStamps(row.GetString(4));
        return new LocalContact<TContact>(id, ReadBody(id, row.GetFieldValue<byte[]>(5)), row.GetInt64(1).ToString(), row.At(2))
        {
            FieldTimes = new ContactFieldTimes(json.Fields, stamps, row.At(3)),
        };
    }

    private TContact ReadBody(string id, byte[] body)
    {
        try
        {
            return json.Read(body);
        }
        catch (JsonException fault)
        {
            throw new SyncStoreException(
                file,
                $"holds contact '{id}', whose '{fault.Path}' cannot be read into {typeof(TContact).Name} any more. "
                + "Give the property its former type back, or a converter that reads both.",
                innerException: fault);
        }
    }
}

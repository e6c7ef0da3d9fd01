using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Says who alone may work on a connection. A row stays for ever, so that its token never falls.</summary>
internal static class LeaseTable
{
    public static SyncLease? Acquire(SqliteSession session, string connection, string holder, Instant until, Instant now)
    {
        var token = session.FindNumber(
            """
            insert into crm_leases (connection, holder, token, until) values (?1, ?2, 1, ?3)
            on conflict (connection) do update set holder = excluded.holder, token = token + 1, until = excluded.until
            where holder is null or holder = excluded.holder or until <= ?4
            returning token
            """,
            connection,
            holder,
            until.Ticks,
            now.Ticks);
        return token is { } granted ? new SyncLease(connection, holder, granted) : null;
    }

    public static bool Renew(SqliteSession session, SyncLease lease, Instant until) => session.Run(
        "update crm_leases set until = ?4 where connection = ?1 and holder = ?2 and token = ?3",
        lease.Connection,
        lease.Holder,
        lease.Token,
        until.Ticks) == 1;

    public static void Release(SqliteSession session, SyncLease lease) => session.Run(
        "update crm_leases set holder = null, until = 0 where connection = ?1 and holder = ?2 and token = ?3",
        lease.Connection,
        lease.Holder,
        lease.Token);

    public static bool IsHeld(SqliteSession session, SyncLease lease) => session.FindNumber(
        "select 1 from crm_leases where connection = ?1 and holder = ?2 and token = ?3",
        lease.Connection,
        lease.Holder,
        lease.Token) is not null;
}

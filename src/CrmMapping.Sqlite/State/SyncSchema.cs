namespace CrmMapping.Sqlite;

/// <summary>Holds the schema of the state. Times are ticks since 1970; small enumerations are numbers, growing ones their names.</summary>
internal static class SyncSchema
{
    public static SqliteSchema Current { get; } = new("sync", [First, Intents, Runs, Connections, Others, Listed, OwnerTexts, Kinds, Activities]);

    private const string First =
        """
        create table crm_connections (
            name text primary key, kind text not null, tenant text not null, settings text not null) strict;

        create table crm_credentials (
            connection text primary key, access_token text, expires_at integer, refresh_token text) strict;

        create table crm_leases (
            connection text primary key, holder text, token integer not null, until integer not null) strict;

        create table crm_sequence (id integer primary key check (id = 1), value integer not null) strict;
        insert into crm_sequence values (1, 0);

        create table crm_notices (
            id integer primary key, connection text not null, side integer not null, record_type integer not null,
            record_id text not null, kind integer not null, priority integer not null, field_times text not null,
            noticed_at integer not null, not_before integer not null, merged_into text, attempts integer not null,
            sequence integer not null, unique (connection, side, record_type, record_id)) strict;
        create index crm_notices_order on crm_notices (connection, priority, noticed_at);
        create index crm_notices_due on crm_notices (connection, not_before);

        create table crm_links (
            id integer primary key, connection text not null, record_type integer not null, local_id text not null,
            crm_id text not null, is_tombstone integer not null, local_version text not null, crm_modified_at integer,
            layout_id text not null, unconfirmed text not null, settled_stamp text, local_base blob not null,
            crm_base blob not null, crm_seen blob not null, unique (connection, local_id, record_type)) strict;
        create unique index crm_links_crm on crm_links
            (connection, record_type, crm_id, case is_tombstone when 0 then '' else local_id end);
        create index crm_links_live on crm_links (connection, local_id) where is_tombstone = 0;

        create table crm_layouts (id text primary key, layout text not null) strict;

        create table crm_positions (
            id integer primary key, connection text not null, name text not null, value text not null,
            unique (connection, name)) strict;

        create table crm_intents (
            id integer primary key, connection text not null, local_id text not null, record_type integer not null,
            at integer not null, layout_id text not null, snapshot blob not null,
            unique (connection, local_id, record_type)) strict;

        create table crm_owner_pairs (
            id integer primary key, connection text not null, user_id text not null, owner_id text not null) strict;
        create index crm_owner_pairs_connection on crm_owner_pairs (connection);

        create table crm_journal (
            id integer primary key, connection text not null, local_id text not null, at integer not null, crm_id text,
            field text, reason text not null, written integer, local text, crm text, agreed_local text, agreed_crm text,
            local_at integer not null, local_certainty integer not null, crm_at integer not null,
            crm_certainty integer not null, stamp text not null, is_erased integer not null) strict;
        create index crm_journal_contact on crm_journal (connection, local_id, at);
        create index crm_journal_at on crm_journal (at);

        create table crm_issues (
            id integer primary key, connection text not null, contact text not null, field text not null,
            code text not null, local_id text, crm_id text, message text not null, at integer not null,
            unique (connection, contact, field, code)) strict;
        create index crm_issues_at on crm_issues (connection, at);

        create table crm_runs (
            number integer primary key, id text not null unique, connection text not null, kind text not null,
            state text not null, requested_at integer not null, started_at integer, ended_at integer, cursor text,
            subject text, cancel_requested integer not null, counts text not null, total integer, message text) strict;
        create index crm_runs_connection on crm_runs (connection, requested_at);
        create unique index crm_runs_open on crm_runs
            (connection, kind, case kind when 'SyncContact' then coalesce(subject, '') else '' end)
            where state in ('Waiting', 'Running');
        """;

    private const string Runs =
        """
        alter table crm_runs add column is_preview integer not null default 0;
        alter table crm_runs add column pause_requested integer not null default 0;
        alter table crm_runs add column worked integer not null default 0;
        alter table crm_runs add column requests integer not null default 0;
        alter table crm_runs add column predicted_requests integer;
        alter table crm_runs add column plan_stamp text;
        drop index crm_runs_open;
        create unique index crm_runs_open on crm_runs (connection, kind, coalesce(subject, ''), is_preview)
            where state in ('Waiting', 'Running', 'Paused');

        create table crm_lines (
            number integer primary key, run_id text not null, kind text not null, subject text not null, local_id text, crm_id text,
            text text not null, fingerprint text, unique (run_id, fingerprint)) strict;
        create index crm_lines_run on crm_lines (run_id, number);
        """;

    // A create that was on its way in the former version is found again by its keys.
    private const string Intents =
        """
        drop table crm_intents;
        create table crm_intents (
            id integer primary key, connection text not null, contact text not null, record_type integer not null,
            crm_id text, creates integer, at integer not null, layout_id text not null, to_local text not null,
            to_crm text not null, local_values blob not null, crm_values blob not null,
            unique (connection, contact, record_type)) strict;
        """;

    // Who saved the first version of a connection that was there before was not written down, so its history begins with the next.
    private const string Connections =
        """
        alter table crm_connections add column account_id text;
        alter table crm_connections add column state text not null default 'Active';
        alter table crm_connections add column version integer not null default 1;

        create table crm_connection_history (
            id integer primary key, name text not null, version integer not null, kind text not null, tenant text not null,
            account_id text, state text not null, settings text not null, saved_at integer not null, saved_by text not null,
            unique (name, version)) strict;

        create table crm_mappings (
            id integer primary key, connection text not null, record_type integer not null, version integer not null,
            edits text not null, saved_at integer not null, saved_by text not null, comment text,
            unique (connection, record_type, version)) strict;
        """;

    // A write that was on its way in the former version is planned anew; a create is found again by its keys.
    private const string Others =
        """
        delete from crm_intents;
        alter table crm_intents add column before_values blob not null default x'';

        create table crm_issue_others (
            id integer primary key, issue integer not null, connection text not null, other text not null, unique (issue, other)) strict;
        create index crm_issue_others_other on crm_issue_others (connection, other);
        create trigger crm_issues_gone after delete on crm_issues
            begin delete from crm_issue_others where issue = old.id; end;
        """;

    private const string Listed =
        """
        create index crm_lines_local on crm_lines (run_id, local_id) where local_id is not null;
        create index crm_lines_crm on crm_lines (run_id, crm_id) where crm_id is not null;
        """;

    // Who was paired in the former version is known by id alone until users are synced again.
    private const string OwnerTexts =
        """
        alter table crm_owner_pairs add column owner_email text;
        alter table crm_owner_pairs add column owner_name text;
        """;

    // Records of the former version are contacts.
    private const string Kinds =
        """
        alter table crm_issues add column record_type integer not null default 0;
        alter table crm_lines add column record_type integer not null default 0;
        """;

    private const string Activities =
        """
        create table crm_activities (
            id integer primary key, account text not null, key text not null, at integer not null, body text not null,
            revision integer not null, is_erased integer not null default 0, unique (account, key)) strict;
        create index crm_activities_at on crm_activities (at);

        create table crm_pending_activities (
            id integer primary key, connection text not null, activity integer not null, noticed_at integer not null,
            not_before integer not null, attempts integer not null, unique (connection, activity)) strict;
        create index crm_pending_activities_due on crm_pending_activities (connection, not_before);
        create index crm_pending_activities_activity on crm_pending_activities (activity);

        create table crm_logged_activities (
            id integer primary key, connection text not null, account text not null, key text not null, activity_id text,
            record_type integer not null, record_id text not null, situation text, at integer not null, tags text not null,
            outcome text, unique (connection, account, key)) strict;
        create index crm_logged_activities_at on crm_logged_activities (connection, at, id);
        create index crm_logged_activities_record on crm_logged_activities (connection, record_id);

        create table crm_counted_activities (
            id integer primary key, tenant text not null, account text not null, key text not null, local_id text not null,
            connection text not null, unique (tenant, account, key)) strict;
        create index crm_counted_activities_contact on crm_counted_activities (local_id);

        create table crm_contact_activities (
            id integer primary key, tenant text not null, local_id text not null, body text not null, revision integer not null,
            saved integer not null, unique (tenant, local_id)) strict;
        create index crm_contact_activities_unsaved on crm_contact_activities (tenant, id) where saved <> revision;

        create table crm_polled (account text primary key, until integer not null) strict;

        create table crm_outcome_rules (
            id integer primary key, connection text not null, number integer not null, rules text not null,
            saved_at integer not null, saved_by text not null, comment text, unique (connection, number)) strict;

        create table crm_outcome_histories (connection text primary key, history text not null) strict;
        """;
}

namespace CrmMapping.Sqlite;

/// <summary>Holds the schema of the contacts. A deleted contact leaves an empty row, from which the feed tells that it is gone.</summary>
internal static class ContactSchema
{
    public static SqliteSchema Current { get; } = new("contacts", [First]);

    private const string First =
        """
        create table crm_contacts (
            id integer primary key, tenant text not null, state integer not null, sequence integer not null,
            created_sequence integer not null, modified_at integer not null, created_at integer not null,
            stamps text not null, body text) strict;
        create unique index crm_contacts_sequence on crm_contacts (sequence);
        create index crm_contacts_changes on crm_contacts (tenant, sequence);
        create index crm_contacts_live on crm_contacts (tenant, id) where state = 0;

        create table crm_contact_keys (
            id integer primary key, contact integer not null references crm_contacts (id), tenant text not null,
            kind integer not null, value text not null) strict;
        create index crm_contact_keys_value on crm_contact_keys (tenant, kind, value);
        create index crm_contact_keys_contact on crm_contact_keys (contact);

        create table crm_contact_origins (
            id integer primary key, contact integer not null references crm_contacts (id), tenant text not null,
            connection text not null, record_type integer not null, crm_id text not null,
            unique (tenant, connection, record_type, crm_id)) strict;
        create index crm_contact_origins_contact on crm_contact_origins (contact);
        """;
}

using NodaTime;

namespace CrmMapping;

/// <summary>Holds what a connection's admin decides.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Gets the kinds of CRM records that are kept in sync, each once.</summary>
    /// <value>The default is contacts alone.</value>
    public EquatableArray<RecordType> RecordTypes { get; init; } = [RecordType.Contact];

    /// <summary>Gets which kind of record stands for a person of whom the CRM holds several kinds; the others are ignored.</summary>
    /// <value>The default is null, which will do only while one kind of record is synced.</value>
    public RecordType? Priority { get; init; }

    /// <summary>Gets which way contacts are created; null takes the CRM's default.</summary>
    public SyncFlow? ContactCreation { get; init; }

    /// <summary>Gets which way contacts are updated; null takes the CRM's default.</summary>
    public SyncFlow? ContactUpdate { get; init; }

    /// <summary>Gets which way activity tracking fields flow; null follows <see cref="ContactUpdate"/>.</summary>
    public SyncFlow? ActivityTracking { get; init; }

    /// <summary>Gets what happens to the local contact when its CRM record is deleted.</summary>
    public OnCrmDelete OnCrmDelete { get; init; } = OnCrmDelete.Unlink;

    /// <summary>Gets what happens to the CRM record when its local contact is deleted.</summary>
    public OnLocalDelete OnLocalDelete { get; init; } = OnLocalDelete.Unlink;

    /// <summary>Gets the region whose dialling rules read a phone number without a country code, ISO 3166, e.g. <c>US</c>.</summary>
    /// <value>The default is null: only numbers with a country code are read as numbers.</value>
    public string? DefaultPhoneRegion { get; init; }

    /// <summary>Gets the account's time zone, an id of the IANA database, e.g. <c>America/New_York</c>.</summary>
    /// <value>
    /// The default is null, which stands for UTC. It is for the host's own code, such as the calendar date of an event; the engine
    /// itself keeps instants as instants.
    /// </value>
    public string? TimeZone { get; init; }

    /// <summary>Gets the keys by which records are matched that are not linked yet, at least one, each once.</summary>
    /// <value>The default is the phone number, then the e-mail address; the order is always this one.</value>
    public EquatableArray<MatchKeyKind> MatchKeys { get; init; } = [MatchKeyKind.Phone, MatchKeyKind.Email];

    /// <summary>Gets the keys by which the host's contacts are unique, so that a shared key is an issue and not a new contact.</summary>
    /// <value>The default is none; each must be among <see cref="MatchKeys"/>.</value>
    public EquatableArray<MatchKeyKind> UniqueKeys { get; init; }

    /// <summary>Gets what evidence is enough for <see cref="ConflictPolicy.LatestWins"/>.</summary>
    public EvidenceRule Evidence { get; init; } = EvidenceRule.RecordTimes;

    /// <summary>Gets how often the CRM is asked for changes.</summary>
    /// <value>The default is 60 seconds; at least one second and at most 365 days.</value>
    public Duration PollInterval { get; init; } = Duration.FromSeconds(60);

    /// <summary>Gets how many records one run may create, overwrite or clear before it stops.</summary>
    public VolumeGuard VolumeGuard { get; init; } = new();

    /// <summary>Gets what is decided about the logging of calls and messages.</summary>
    /// <value>The default is that none are logged.</value>
    public CallSettings Calls { get; init; } = new();

    /// <summary>Gets how many times a record is tried before it is put aside.</summary>
    /// <value>The default is 5; at least 1.</value>
    public int MaxAttempts { get; init; } = 5;
}

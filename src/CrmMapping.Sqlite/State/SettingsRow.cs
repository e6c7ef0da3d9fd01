using System.Text.Json;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Holds a connection's settings as they are stored: what is missing takes the default of the day.</summary>
internal sealed record SettingsRow
{
    public RecordType[]? RecordTypes { get; init; }

    public RecordType? Priority { get; init; }

    public SyncFlow? ContactCreation { get; init; }

    public SyncFlow? ContactUpdate { get; init; }

    public SyncFlow? ActivityTracking { get; init; }

    public OnCrmDelete OnCrmDelete { get; init; }

    public OnLocalDelete OnLocalDelete { get; init; }

    public string? DefaultPhoneRegion { get; init; }

    public string? TimeZone { get; init; }

    public MatchKeyKind[]? MatchKeys { get; init; }

    public MatchKeyKind[]? UniqueKeys { get; init; }

    public EvidenceRule Evidence { get; init; }

    public long? PollNanoseconds { get; init; }

    public VolumeGuardRow? VolumeGuard { get; init; }

    public CallSettingsRow? Calls { get; init; }

    public int? MaxAttempts { get; init; }

    public static string Write(ConnectionSettings settings) => JsonSerializer.Serialize(
        new SettingsRow
        {
            RecordTypes = [.. settings.RecordTypes],
            Priority = settings.Priority,
            ContactCreation = settings.ContactCreation,
            ContactUpdate = settings.ContactUpdate,
            ActivityTracking = settings.ActivityTracking,
            OnCrmDelete = settings.OnCrmDelete,
            OnLocalDelete = settings.OnLocalDelete,
            DefaultPhoneRegion = settings.DefaultPhoneRegion,
            TimeZone = settings.TimeZone,
            MatchKeys = [.. settings.MatchKeys],
            UniqueKeys = settings.UniqueKeys.Count == 0 ? null : [.. settings.UniqueKeys],
            Evidence = settings.Evidence,
            PollNanoseconds = settings.PollInterval.ToInt64Nanoseconds(),
            VolumeGuard = VolumeGuardRow.Of(settings.VolumeGuard),
            Calls = CallSettingsRow.Of(settings.Calls),
            MaxAttempts = settings.MaxAttempts,
        },
        SqliteJson.Default.SettingsRow);

    public static ConnectionSettings Read(string json) =>
        JsonSerializer.Deserialize(json, SqliteJson.Default.SettingsRow)!.ToSettings();

    private ConnectionSettings ToSettings()
    {
        var defaults = new ConnectionSettings();
        return new ConnectionSettings
        {
            RecordTypes = RecordTypes is null ? defaults.RecordTypes : EquatableArray.Of<RecordType>(RecordTypes),
            Priority = Priority,
            ContactCreation = ContactCreation,
            ContactUpdate = ContactUpdate,
            ActivityTracking = ActivityTracking,
            OnCrmDelete = OnCrmDelete,
            OnLocalDelete = OnLocalDelete,
            DefaultPhoneRegion = DefaultPhoneRegion,
            TimeZone = TimeZone,
            MatchKeys = MatchKeys is null ? defaults.MatchKeys : EquatableArray.Of<MatchKeyKind>(MatchKeys),
            UniqueKeys = UniqueKeys is null ? default : EquatableArray.Of<MatchKeyKind>(UniqueKeys),
            Evidence = Evidence,
            PollInterval = PollNanoseconds is { } poll ? Duration.FromNanoseconds(poll) : defaults.PollInterval,
            VolumeGuard = VolumeGuard?.ToGuard() ?? defaults.VolumeGuard,
            Calls = Calls?.ToSettings() ?? defaults.Calls,
            MaxAttempts = MaxAttempts ?? defaults.MaxAttempts,
        };
    }
}

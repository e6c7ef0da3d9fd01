using NodaTime;

namespace CrmMapping;

/// <summary>Finds everything that is wrong with the settings of a connection.</summary>
internal sealed class SettingsCheck(string of, string kind, ConnectionSettings settings, IReadOnlyCollection<MappingSet> maps)
{
    private static readonly Duration ShortestPoll = Duration.FromSeconds(1);
    private static readonly Duration LongestPoll = Duration.FromDays(365);
    private static readonly Duration LongestWait = Duration.FromDays(30);

    /// <summary>Finds the mistakes.</summary>
    /// <param name="of">The connection, or the CRM whose connections start with the settings.</param>
    /// <param name="kind">The kind of CRM.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="maps">The mappings of the CRM, one set a kind of record.</param>
    public static IReadOnlyList<MappingMistake> Find(
        string of, string kind, ConnectionSettings settings, IReadOnlyCollection<MappingSet> maps) =>
        [.. new SettingsCheck(of, kind, settings, maps).Run()];

    /// <summary>Sees to it that the settings are all there, as nullable annotations alone keep nobody from leaving them out.</summary>
    public static void EnsureWhole(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection.Settings, nameof(connection));
        ArgumentNullException.ThrowIfNull(connection.Settings.VolumeGuard, nameof(connection));
        ArgumentNullException.ThrowIfNull(connection.Settings.Calls, nameof(connection));
    }

    /// <summary>Finds what is wrong with the state of a connection that is made.</summary>
    public static IEnumerable<MappingMistake> OfState(Connection connection) => Enum.IsDefined(connection.State)
        ? []
        : [Mistakes.NoSuchChoice(connection.Name, nameof(connection.State), $"{connection.State}", Enum.GetNames<ConnectionState>())];

    private IEnumerable<MappingMistake> Run() => [.. OfChoices(), .. OfRecordTypes(), .. OfKeys(), .. OfTexts(), .. OfNumbers(), .. OfGuard()];

    private IEnumerable<MappingMistake> OfChoices() =>
    [
        .. Choice(nameof(settings.ContactCreation), settings.ContactCreation),
        .. Choice(nameof(settings.ContactUpdate), settings.ContactUpdate),
        .. Choice(nameof(settings.ActivityTracking), settings.ActivityTracking),
        .. Choice<OnCrmDelete>(nameof(settings.OnCrmDelete), settings.OnCrmDelete),
        .. Choice<OnLocalDelete>(nameof(settings.OnLocalDelete), settings.OnLocalDelete),
        .. Choice<EvidenceRule>(nameof(settings.Evidence), settings.Evidence),
        .. Choice(nameof(settings.Priority), settings.Priority),
        .. settings.MatchKeys.SelectMany(key => Choice<MatchKeyKind>(nameof(settings.MatchKeys), key)),
    ];

    private IEnumerable<MappingMistake> Choice<T>(string setting, T? value)
        where T : struct, Enum
    {
        if (value is { } chosen && !Enum.IsDefined(chosen))
        {
            yield return Mistakes.NoSuchChoice(of, setting, $"{chosen}", Enum.GetNames<T>());
        }
    }

    private IEnumerable<MappingMistake> OfRecordTypes()
    {
        var types = settings.RecordTypes;
        if (types.Count == 0 || types.Distinct().Count() < types.Count)
        {
            yield return Mistakes.NoRecordTypes(of);
        }

        var mapped = maps.Select(static map => map.RecordType).ToHashSet();
        foreach (var type in types.Distinct().Where(type => mapped.Count > 0 && !mapped.Contains(type)))
        {
            yield return Mistakes.NoSuchRecordType(of, kind, type, mapped.Order());
        }

        if (settings.Priority is { } priority && types.Count > 0 && !types.Contains(priority))
        {
            yield return Mistakes.PriorityNotSynced(of, priority, types);
        }
        else if (settings.Priority is null && types.Distinct().Count() > 1)
        {
            yield return Mistakes.NoPriority(of, types);
        }
    }

    private IEnumerable<MappingMistake> OfKeys()
    {
        var keys = settings.MatchKeys;
        if (keys.Count == 0 || keys.Distinct().Count() < keys.Count)
        {
            yield return Mistakes.NoMatchKeys(of);
        }

        foreach (var map in maps.Where(map => keys.Count > 0 && settings.RecordTypes.Contains(map.RecordType) && !MapsAnyOf(map, keys)))
        {
            yield return Mistakes.MatchKeysNotMapped(of, keys, map.Name);
        }

        foreach (var key in settings.UniqueKeys.Where(key => !keys.Contains(key)))
        {
            yield return Mistakes.UniqueKeyNotMatched(of, key);
        }
    }

    // A map without any key is the map's own mistake.
    private static bool MapsAnyOf(MappingSet map, EquatableArray<MatchKeyKind> keys)
    {
        var (hasPhone, hasEmail) = (Holds(map, FieldType.Phone), Holds(map, FieldType.Email));
        return (!hasPhone && !hasEmail) || (hasPhone && keys.Contains(MatchKeyKind.Phone)) || (hasEmail && keys.Contains(MatchKeyKind.Email));
    }

    private static bool Holds(MappingSet map, FieldType type) => map.Mappings.Any(mapping => mapping.Local.Type == type);

    private IEnumerable<MappingMistake> OfTexts()
    {
        if (settings.DefaultPhoneRegion is { } region && !PhoneNumberNormalizer.KnowsRegion(region))
        {
            yield return Mistakes.InvalidPhoneRegion(of, region);
        }

        if (settings.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            yield return Mistakes.UnknownTimeZone(of, zone);
        }
    }

    private IEnumerable<MappingMistake> OfNumbers()
    {
        if (settings.PollInterval < ShortestPoll || settings.PollInterval > LongestPoll)
        {
            yield return Mistakes.PollOutOfRange(of);
        }

        if (settings.MaxAttempts < 1)
        {
            yield return Mistakes.TooFewAttempts(of);
        }

        if (settings.Calls.WaitForContact < Duration.Zero || settings.Calls.WaitForContact > LongestWait)
        {
            yield return Mistakes.WaitOutOfRange(of);
        }
    }

    private IEnumerable<MappingMistake> OfGuard()
    {
        var guard = settings.VolumeGuard;
        (string Bound, double? Value)[] counts =
        [
            (nameof(guard.MaxCreates), guard.MaxCreates),
            (nameof(guard.MaxOverwrites), guard.MaxOverwrites),
            (nameof(guard.AlwaysAllowedClears), guard.AlwaysAllowedClears),
            (nameof(guard.AlwaysAllowedDeletes), guard.AlwaysAllowedDeletes),
        ];
        (string Bound, double? Value)[] shares =
            [(nameof(guard.MaxClearedShare), guard.MaxClearedShare), (nameof(guard.MaxDeletedShare), guard.MaxDeletedShare)];
        return
        [
            .. counts.Where(static c => c.Value < 0).Select(c => Mistakes.InvalidGuard(of, c.Bound, "a number of records, 0 or more")),
            .. shares.Where(static s => s.Value is { } share && share is not (> 0 and <= 1))
                .Select(s => Mistakes.InvalidGuard(of, s.Bound, "a share above 0 and up to 1, or null for no bound")),
        ];
    }
}

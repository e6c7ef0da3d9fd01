namespace CrmMapping;

/// <summary>Holds the words for everything that may be wrong in a configuration, a method a mistake.</summary>
internal static class Mistakes
{
    // In a map

    public static MappingMistake NotAProperty(string map, string expression) => new(
        "CRM1001", map, expression,
        "the expression is no property of the contact. Name one public property, as in 'c => c.FirstName'; what has to be computed goes "
        + "into a property of the contact or into Convert(…).");

    public static MappingMistake LocalFieldMappedTwice(string map, FieldMapping mapping, FieldMapping first) => new(
        "CRM1002", map, Pair(mapping),
        $"'{mapping.Local.Key}' is already mapped to '{first.Crm.Key}'. A property takes part in one mapping: delete one of the two.");

    public static MappingMistake CrmFieldMappedTwice(string map, FieldMapping mapping, FieldMapping first) => new(
        "CRM1003", map, Pair(mapping),
        $"'{mapping.Crm.Key}' is already mapped by {first.Local.Key}. A CRM property takes part in one mapping: "
        + $"point {mapping.Local.Key} elsewhere, or delete the mapping of {first.Local.Key}.");

    public static MappingMistake SentenceWithoutTo(string map, string expression) => new(
        "CRM1004", map, expression,
        "the sentence ends before To(…), so the property is not mapped. Say To(\"…\"), or Field(…) to offer it to admins only.");

    public static MappingMistake BlankCrmField(string map, string field) => new(
        "CRM1005", map, field, "To(…) names no CRM property. Give the property's name in the CRM's API, as in To(\"firstname\").");

    public static MappingMistake UnsupportedType(string map, LocalField field) => new(
        "CRM1006", map, field.Name,
        $"'{TypeName(field.Property.PropertyType)}' is no type that a field can have. Supported are string, bool, numbers, enumerations "
        + "without [Flags], Guid, lists of string, Instant, DateTimeOffset, OffsetDateTime, LocalDate, DateOnly, OffsetTime, LocalTime and "
        + "TimeOnly, nullable or not. A DateTime does not say which instant it is: use one of these instead.");

    public static MappingMistake DirectionNotAllowed(
        string map, string field, SyncDirection direction, EquatableArray<SyncDirection> allowed) => new(
        "CRM1007", map, field,
        $"the direction {direction} is not among the allowed ones. Allowed here: {allowed}. Choose one of these, or name {direction} in Allow(…).");

    public static MappingMistake TypesDoNotFit(string map, FieldMapping mapping, SyncDirection direction)
    {
        var (from, to) = direction == SyncDirection.ToCrm
            ? (mapping.Local, mapping.Crm)
            : (mapping.Crm, mapping.Local);
        return new(
            "CRM1008", map, Pair(mapping),
            $"{direction.Arrow} would put '{from.Key}' ({from.Type}) into '{to.Key}' ({to.Type}), where values are lost or mean nothing. "
            + "Turn the mapping so that nothing is lost, say As(…) if the property holds something else, or add Convert(…).");
    }

    public static MappingMistake CrmFieldIsReadOnly(string map, FieldMapping mapping) => new(
        "CRM1009", map, Pair(mapping),
        $"'{mapping.Crm.Key}' is read-only in the CRM, and the mapping runs {mapping.Direction.Arrow}. Say FromCrm().");

    public static MappingMistake LocalFieldIsReadOnly(string map, FieldMapping mapping) => new(
        "CRM1010", map, Pair(mapping),
        $"'{mapping.Local.Key}' has no public setter, or says [Editable(false)], and the mapping runs {mapping.Direction.Arrow}. Say ToCrm(), or let it be set.");

    public static MappingMistake UnknownChangedBy(string map, string field, string property) => new(
        "CRM1011", map, field,
        $"'{property}', named in ChangedBy(…), is neither mapped nor offered. Map it, or offer it with Field(c => c.{property}).");

    public static MappingMistake SaidTwice(string map, string expression, string word) => new(
        "CRM1012", map, expression, $"'{word}' is said twice. Say it once.");

    public static MappingMistake SaidInConflict(string map, string expression, string first, string second) => new(
        "CRM1013", map, expression, $"'{first}' and '{second}' contradict each other. Say one of them.");

    public static MappingMistake NoMatchKey(string map) => new(
        "CRM1014", map, null,
        "no mapping holds a phone number or an e-mail address, so no record could be matched. Map a property whose name ends in Phone or Email, "
        + "or say As(FieldType.Phone) or As(FieldType.Email).");

    public static MappingMistake TwoLockedKeys(string map, FieldType type, IReadOnlyList<FieldMapping> keys) => new(
        "CRM1015", map, string.Join(", ", keys.Select(static key => key.Local.Key)),
        $"{keys.Count} locked mappings are of type {type}, and records are matched by one. Say Locked() for the one that identifies a contact.");

    public static MappingMistake EmptyMap(string map) => new(
        "CRM1016", map, null, "the map has no mappings. Write them in its constructor, as in Map(c => c.Phone).To(\"phone\").Locked().");

    public static MappingMistake CannotBe(string map, LocalField field, FieldType type) => new(
        "CRM1017", map, field.Name,
        $"a '{TypeName(field.Property.PropertyType)}' cannot hold values of type {type}. Leave As(…) out, say As(FieldType.Text), "
        + "or make the property a string.");

    public static MappingMistake EnforceBothWays(string map, string field) => new(
        "CRM1018", map, field,
        "Enforce() writes back what drifted on the side that a one-way mapping writes to, and this mapping runs both ways. "
        + "Say FromCrm() or ToCrm(), or leave Enforce() out.");

    public static MappingMistake NoDirectionAllowed(string map, string field) => new(
        "CRM1019", map, field, "Allow(…) must name at least one of ToCrm, FromCrm and Bidirectional, and nothing else.");

    public static MappingMistake PolicySaidTwice(string map) => new(
        "CRM1020", map, null, "Resolve(…) is said more than once for the whole map. Say it once, or on the mappings that differ.");

    public static MappingMistake OfferedAndMapped(string map, FieldMapping mapping) => new(
        "CRM1021", map, mapping.Local.Key,
        $"the property is offered by Field(…) and already mapped to '{mapping.Crm.Key}'. What is mapped is offered too: leave Field(…) out.");

    public static MappingMistake OfferedTwice(string map, string field) => new(
        "CRM1022", map, field, "the property is offered twice. Leave one Field(…) out.");

    public static MappingMistake OptionsOfNoPicklist(string map, FieldMapping mapping, FieldDescriptor setUp) => new(
        "CRM1023", map, Pair(mapping),
        $"SetUpAs(…) gives options to a field of type {setUp.Type}. Say FieldType.Picklist or FieldType.MultiPicklist, or leave the options out.");

    // In the host's configuration

    public static MappingMistake NoContacts() => new(
        "CRM1101", null, null, "nobody said where the host's contacts are. Call UseContacts<TContact, TRepository>() in AddCrmMapping.");

    public static MappingMistake NoStore(IReadOnlyList<string> missing) => new(
        "CRM1102", null, null,
        $"the store lacks {string.Join(", ", missing)}. Call UseSqlite(…) of the package CrmMapping.Sqlite, or register your own.");

    public static MappingMistake OtherContact(string map, Type ofMap, Type ofHost) => new(
        "CRM1103", map, null,
        $"the map is of '{TypeName(ofMap)}' and the host's contacts are '{TypeName(ofHost)}'. Derive it from ContactMap<{TypeName(ofHost)}>, "
        + "or change UseContacts.");

    public static MappingMistake CrmAddedTwice(string kind) => new(
        "CRM1104", kind, null, $"{kind} is added twice. Add it once; further accounts are connections, see AddConnection.");

    public static MappingMistake ConnectionNamedTwice(string name) => new(
        "CRM1105", name, null, "two connections have this name. Give each a name of its own.");

    public static MappingMistake UnknownKind(string connection, string kind) => new(
        "CRM1106", connection, null, $"'{kind}' is no CRM that was added. Add it in AddCrmMapping, or correct the connection's kind.");

    public static MappingMistake NoMap(string kind) => new(
        "CRM1107", kind, null, $"{kind} has no map. Call UseContactMap<TMap>() where it is added.");

    public static MappingMistake InvalidOptions(string options, string failure) => new("CRM1108", options, null, failure);

    public static MappingMistake NoAdapter(string kind) => new(
        "CRM1111", kind, null, $"no ICrmAdapter of the kind '{kind}' is registered. Register it where {kind} is added.");

    public static MappingMistake NoCredentials(string kind, string verb, string what) => new(
        "CRM1112", kind, verb, $"the {what} is null or blank. Check the setting that it is read from, or leave {verb}(…) out to add connections later.");

    public static MappingMistake NoSecrets(string of) => new(
        "CRM1112", of, "credentials", "there is neither an access token nor a refresh token. Give the one that the CRM handed out.");

    public static MappingMistake NoJournalRetention() => new(
        "CRM1113", "AddCrmMapping", "JournalRetention", "the journal would forget at once. Give a time above zero; 90 days is the default.");

    public static MappingMistake NoConcurrentConnections() => new(
        "CRM1123", "AddCrmMapping", "ConcurrentConnections", "no connection would ever be worked. Give at least 1; 64 is the default.");

    // In a telephony account, declared in code

    public static MappingMistake TelephonyNamedTwice(string name) => new(
        "CRM1140", name, null, "two telephony accounts have this name. Give each a name of its own.");

    public static MappingMistake UnknownTelephony(string account, string kind, IReadOnlyList<string> known) => new(
        "CRM1141", account, null,
        $"'{kind}' is no telephony that was added{(known.Count == 0 ? "" : $" ({string.Join(", ", known)})")}. Add it in AddCrmMapping, or correct the account's kind.");

    public static MappingMistake NoTelephonySecret(string account, string what) => new(
        "CRM1142", account, what, "it is blank. Check the setting that it is read from, or leave the account out.");

    // In a connection, declared in code or saved by an admin

    public static MappingMistake InvalidPhoneRegion(string of, string region) => new(
        "CRM1109", of, "DefaultPhoneRegion", $"'{region}' is no region with dialling rules of its own. Give two letters of ISO 3166, as in \"US\".");

    public static MappingMistake PollOutOfRange(string of) => new(
        "CRM1110", of, "PollInterval", "the CRM would be asked more than once a second, or less than once a year. Give at least one second, and at most 365 days.");

    public static MappingMistake WaitOutOfRange(string of) => new(
        "CRM1131", of, "Calls.WaitForContact", "a call would wait for its contact for less than no time, or for longer than 30 days. Give from zero to 30 days.");

    public static MappingMistake NoRecordTypes(string of) => new(
        "CRM1114", of, "RecordTypes", "no kind of record is named, or one is named twice. Name those to be synced, each once.");

    public static MappingMistake NoSuchRecordType(string of, string kind, RecordType type, IEnumerable<RecordType> mapped) => new(
        "CRM1115", of, "RecordTypes",
        $"{kind} has no map for records of the type {type}. Choose among those that it has: {string.Join(", ", mapped)}.");

    public static MappingMistake NoPriority(string of, EquatableArray<RecordType> types) => new(
        "CRM1116", of, "Priority",
        $"records of the types {string.Join(" and ", types)} are synced, and nothing says which of them stands for a person who is there as both. "
        + "Choose one of them.");

    public static MappingMistake PriorityNotSynced(string of, RecordType priority, EquatableArray<RecordType> types) => new(
        "CRM1116", of, "Priority",
        $"{priority} goes first, and records of that type are not synced. Choose among {string.Join(", ", types)}, or sync {priority} too.");

    public static MappingMistake UnknownTimeZone(string of, string zone) => new(
        "CRM1117", of, "TimeZone", $"'{zone}' is no time zone. Give an id of the IANA database, as in \"America/New_York\".");

    public static MappingMistake NoMatchKeys(string of) => new(
        "CRM1118", of, "MatchKeys", "no key is named, or one is named twice, so no record would be matched. Name Phone, Email, or both.");

    public static MappingMistake MatchKeysNotMapped(string of, EquatableArray<MatchKeyKind> keys, string map) => new(
        "CRM1118", of, "MatchKeys",
        $"{map} maps no field of the type {string.Join(" or ", keys)}, so every record would be new. Match by a key that is mapped.");

    public static MappingMistake UniqueKeyNotMatched(string of, MatchKeyKind key) => new(
        "CRM1119", of, "UniqueKeys", $"contacts are unique by {key}, and are not matched by it. Name {key} in MatchKeys too, or leave it out here.");

    public static MappingMistake InvalidGuard(string of, string bound, string allowed) => new(
        "CRM1120", of, $"VolumeGuard.{bound}", $"the bound is out of range. Give {allowed}.");

    public static MappingMistake TooFewAttempts(string of) => new(
        "CRM1121", of, "MaxAttempts", "no record would ever be tried. Give at least 1.");

    public static MappingMistake NoSuchChoice(string of, string setting, string value, IEnumerable<string> choices) => new(
        "CRM1122", of, setting, $"'{value}' is none of the choices. Choose among {string.Join(", ", choices)}.");

    public static MappingMistake IsFixed(string of, string what, string standing) => new(
        "CRM1124", of, what, $"it is '{standing}' from the beginning, and links were made under it. Leave it, or create another connection.");

    public static MappingMistake IsNoSetting(string of, ConnectionState standing) => new(
        "CRM1125", of, "State", $"it is {standing}, and settings do not change that. Call PauseAsync, ResumeAsync, DisconnectAsync or ReconnectAsync.");

    public static MappingMistake IsDisconnected(string of) => new(
        "CRM1126", of, "State", "the connection is disconnected and has no credentials. Call ReconnectAsync with new ones.");

    public static MappingMistake NowhereToKeepCredentials(string of) => new(
        "CRM1127", of, "credentials", "no ICredentialSource is registered, so they could not be kept. Call UseSqlite(…), or register your own.");

    public static MappingMistake NamesOtherAccount(string of, string opened, string named) => new(
        "CRM1128", of, "AccountId",
        $"it is '{named}', and the credentials open the account '{opened}'. Give credentials of '{named}', or leave AccountId out: it is learned.");

    public static MappingMistake OpensOtherAccount(string of, string opened, string standing) => new(
        "CRM1128", of, "credentials",
        $"they open the account '{opened}', and the links of this connection are with records of '{standing}'. Create another connection for it, "
        + $"or give credentials of '{standing}'.");

    // While it runs

    public static string ValueDoesNotFit(FieldDescriptor local) => $"'{local.Key}' ({local.Type}) cannot hold the value.";

    private static string Pair(FieldMapping mapping) => $"{mapping.Local.Key} {mapping.Direction.Arrow} '{mapping.Crm.Key}'";

    private static string TypeName(Type type) => Nullable.GetUnderlyingType(type) is { } inner
        ? $"{inner.Name}?"
        : type.Name;
}

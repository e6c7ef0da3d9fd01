using System.Runtime.CompilerServices;
using NodaTime;

namespace CrmMapping;

/// <summary>Holds a map as it runs: arrays by ordinal, no names, no look-ups.</summary>
/// <remarks>Never changes; safe to share between threads.</remarks>
internal sealed class CompiledMap
{
    private readonly MappingSuspension?[] _suspensions;
    private readonly EquatableArray<string>[] _lostOptions;
    private readonly string?[] _backMarks;

    public CompiledMap(MappingSet set, ContactAccess access)
        : this(set, access, new MappingSuspension?[set.Mappings.Count], SchemaMemory.None)
    {
    }

    private CompiledMap(MappingSet set, ContactAccess access, MappingSuspension?[] suspensions, SchemaMemory remembered, int version = 0)
    {
        Set = set;
        Access = access;
        CrmFields = new CrmFieldSet(set.RecordType, set.Mappings.Select(static mapping => mapping.Crm));
        HasParts = set.Mappings.Any(static mapping => mapping.Crm.PartOf is not null);
        PhoneOrdinal = KeyOrdinal(set, FieldType.Phone);
        EmailOrdinal = KeyOrdinal(set, FieldType.Email);
        _suspensions = suspensions;
        _lostOptions = [.. set.Mappings.Select(mapping => remembered.LostBy(mapping, version))];
        _backMarks = [.. set.Mappings.Select(remembered.BackMarkOf)];
        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            suspensions[ordinal] ??= access.Lacks(ordinal) ? Suspensions.LocalFieldGone(this[ordinal]) : null;
        }

        MissingFields = [];
        Layout = string.Concat(set.Mappings.Select(static mapping => $"{mapping.Local.Key}|{mapping.Crm.Key}\n"));
        LayoutId = MapStamp.Hash(Layout);
        Drifts = [.. Enumerable.Range(0, Count).Select(Drift).OfType<MappingSuspension>()];
        Stamp = string.Concat([
            MapStamp.Of(set, suspensions), .. Drifts.Select(static drift => MapStamp.MarkOf(drift.Mapping.Local.Key)), .. _backMarks.OfType<string>(),
        ]);
    }

    /// <summary>Gets the mappings.</summary>
    public MappingSet Set { get; }

    /// <summary>Gets how a host's contact is read and written.</summary>
    public ContactAccess Access { get; }

    /// <summary>Gets how many mappings there are.</summary>
    public int Count => Set.Mappings.Count;

    /// <summary>Gets the CRM's fields by ordinal.</summary>
    public CrmFieldSet CrmFields { get; }

    /// <summary>Gets which mapping holds the phone number that records are matched by; -1 when none does.</summary>
    public int PhoneOrdinal { get; }

    /// <summary>Gets which mapping holds the e-mail address that records are matched by; -1 when none does.</summary>
    public int EmailOrdinal { get; }

    /// <summary>Gets whether any of the CRM's fields is part of a whole.</summary>
    public bool HasParts { get; }

    /// <summary>Gets whether any mapping has a condition.</summary>
    public bool HasConditions => Access.HasConditions;

    /// <summary>Gets the pairs of fields by ordinal, a line each; what is stored by ordinal means these.</summary>
    public string Layout { get; }

    /// <summary>Gets a short name for <see cref="Layout"/>.</summary>
    public string LayoutId { get; }

    /// <summary>Gets a short name for everything in the map that steers a plan, with a mark for each field that drifted.</summary>
    public string Stamp { get; }

    /// <summary>Gets when the edits in force were saved; null when the map is as code ships it.</summary>
    public Instant? SavedAt { get; init; }

    /// <summary>Gets what the CRM's fields keep from being synced as they are now: one for each mapping that rests, or that lost options.</summary>
    public IReadOnlyList<MappingSuspension> Drifts { get; }

    /// <summary>Gets the keys of the mapped CRM fields that the CRM does not have.</summary>
    public IReadOnlyList<string> MissingFields { get; private init; }

    /// <summary>Gets a mapping.</summary>
    public FieldMapping this[int ordinal]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Set.Mappings[ordinal];
    }

    /// <summary>Finds the mapping that holds a local field; -1 when none does.</summary>
    public int FindOrdinal(string localKey)
    {
        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            if (string.Equals(this[ordinal].Local.Key, localKey, StringComparison.Ordinal))
            {
                return ordinal;
            }
        }

        return -1;
    }

    /// <summary>Finds the mapping that plays a special part; null when none does.</summary>
    public FieldMapping? FindSpecial(SpecialField special) => Set.Mappings.FirstOrDefault(mapping => mapping.Special == special);

    /// <summary>Tells whether a mapping rests, as its field is gone or of another kind now.</summary>
    public bool IsSuspended(int ordinal) => _suspensions[ordinal] is not null;

    /// <summary>Says why a mapping rests and what to do; null when it does not.</summary>
    public MappingSuspension? WhySuspended(int ordinal) => _suspensions[ordinal];

    /// <summary>Tells whether a value is an option that the CRM's field had once and has no more.</summary>
    public bool IsLostOption(int ordinal, FieldValue value) =>
        value.Text is { } text && _lostOptions[ordinal].Count > 0 && text.Split(';').Any(_lostOptions[ordinal].Contains);

    /// <summary>Tells whether a mapping's CRM field was gone and came back since a link came to rest under a stamp: what it holds may be blank by that alone.</summary>
    public bool IsNewlyBack(int ordinal, string? settledStamp) =>
        _backMarks[ordinal] is { } mark && settledStamp?.Contains(mark, StringComparison.Ordinal) != true;

    /// <summary>Makes the same map with the fields as the CRM describes them now.</summary>
    /// <remarks>
    /// What an earlier description suspended is judged anew, so that it heals by itself. What runs holds the mapped fields alone, and
    /// forgets what it was made from.
    /// </remarks>
    public CompiledMap With(IReadOnlyList<FieldDescriptor> crmFields, SchemaMemory? remembered = null)
    {
        var live = Set.Described(crmFields) with { CrmFields = [], Source = null, Version = 0 };
        var known = crmFields.Select(static field => field.Key).ToHashSet(StringComparer.Ordinal);
        return new CompiledMap(
            live,
            Access,
            [.. live.Mappings.Select(mapping => MappingFit.Suspension(mapping, known.Contains(mapping.Crm.Key)))],
            remembered ?? SchemaMemory.None,
            Set.Version)
        {
            MissingFields = [.. live.Mappings.Select(static mapping => mapping.Crm.Key).Where(key => !known.Contains(key))],
            SavedAt = SavedAt,
        };
    }

    private MappingSuspension? Drift(int ordinal) =>
        _suspensions[ordinal] ?? (_lostOptions[ordinal] is { Count: > 0 } lost ? Suspensions.OptionsLost(this[ordinal], lost) : null);

    private static int KeyOrdinal(MappingSet set, FieldType type)
    {
        var first = -1;
        for (var ordinal = 0; ordinal < set.Mappings.Count; ordinal++)
        {
            var mapping = set.Mappings[ordinal];
            if (mapping.Local.Type == type && mapping.Category == MappingCategory.Locked)
            {
                return ordinal;
            }

            first = first < 0 && mapping.Local.Type == type ? ordinal : first;
        }

        return first;
    }
}

namespace CrmMapping;

/// <summary>Holds what all contacts of a batch are planned under.</summary>
internal sealed class PlanContext
{
    private readonly SyncDirection[] _onUpdate;
    private readonly SyncDirection[] _onCreate;

    public PlanContext(CompiledMap map, EffectiveSettings settings, OwnerPairing owners, CanonicalContext canonical)
    {
        Map = map;
        Settings = settings;
        Owners = owners;
        Canonical = canonical;
        _onUpdate = Directions(map, settings, settings.Update);
        _onCreate = Directions(map, settings, settings.Creation);
        Stamp = $"{map.Stamp}.{settings.Stamp}.{owners.Stamp}.{canonical.DefaultRegion}";
    }

    public CompiledMap Map { get; }

    public EffectiveSettings Settings { get; }

    public OwnerPairing Owners { get; }

    public CanonicalContext Canonical { get; }

    /// <summary>Gets the text that differs when anything differs that steers a plan.</summary>
    public string Stamp { get; }

    public PlanTrigger Trigger { get; init; }

    /// <summary>Gets the ordinals of fields that are to be applied to existing pairs as on a first link.</summary>
    public IReadOnlySet<int>? Backfill { get; init; }

    /// <summary>Gives the same for another trigger.</summary>
    public PlanContext With(PlanTrigger trigger) => new(Map, Settings, Owners, Canonical) { Trigger = trigger };

    /// <summary>Gives the same, with some fields applied to existing pairs as on a first link.</summary>
    public PlanContext Backfilling(IReadOnlySet<int> ordinals) => new(Map, Settings, Owners, Canonical) { Backfill = ordinals };

    /// <summary>Gives the direction in which a field of an existing pair is written.</summary>
    public SyncDirection OnUpdate(int ordinal) => _onUpdate[ordinal];

    /// <summary>Gives the direction in which a field of a record that is being created is written.</summary>
    public SyncDirection OnCreate(int ordinal) => _onCreate[ordinal];

    private static SyncDirection[] Directions(CompiledMap map, EffectiveSettings settings, SyncFlow operation)
    {
        var directions = new SyncDirection[map.Count];
        for (var ordinal = 0; ordinal < map.Count; ordinal++)
        {
            var mapping = map[ordinal];
            var allowed = mapping.TracksActivity ? settings.Tracking : operation;
            directions[ordinal] = map.IsSuspended(ordinal) ? SyncDirection.None : mapping.Direction & allowed.Direction;
        }

        return directions;
    }
}

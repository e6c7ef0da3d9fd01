namespace CrmMapping;

/// <summary>Lets an admin edit a map: nothing takes effect before the draft is saved.</summary>
/// <remarks>
/// For one thread at a time. An edit that is refused leaves the draft as it was. Names of CRM fields are their keys. An edit that had to rest
/// because something stood in its way holds again when that is gone, also within a draft; <see cref="Changes"/> shows it.
/// </remarks>
public sealed class MappingDraft
{
    private readonly MappingSource _source;
    private AppliedEdits _applied;

    private MappingDraft(MappingSet start, MappingSource source)
    {
        Start = start;
        _source = source;
        Code = source.Code.Described(start.CrmFields);
        Fields = new FieldCatalog(Code, start.CrmFields);
        Rules = new EditRules(Code, Fields);
        Edits = source.Edits;
        _applied = Apply(Edits);
    }

    /// <summary>Gets the version that the draft was made from; 0 when none was ever saved.</summary>
    public int Version => Start.Version;

    /// <summary>Gets what the admin decided so far: what is saved. Holds also what rests.</summary>
    public MappingEdits Edits { get; private set; }

    /// <summary>Gets what was decided earlier and rests, as it does not fit the map that code ships now.</summary>
    public EquatableArray<EditRefusal> Dormant => _applied.Dormant;

    /// <summary>Gets what the draft changes of the map that it was made from.</summary>
    public MappingDiff Changes => MappingDiff.Between(Start, _applied.Set);

    /// <summary>Gets the connection whose map is edited; null where the set was read of none.</summary>
    internal string? Connection => _source.Connection;

    /// <summary>Gets the set that the draft was made from.</summary>
    internal MappingSet Start { get; }

    /// <summary>Gets the map as code ships it, its CRM fields as last described.</summary>
    internal MappingSet Code { get; }

    internal FieldCatalog Fields { get; }

    internal EditRules Rules { get; }

    /// <summary>Adds a mapping. One that code ships and that was deleted comes back with everything that code says of it.</summary>
    /// <param name="local">The local field's key.</param>
    /// <param name="crm">The CRM field's key.</param>
    /// <param name="direction">The direction.</param>
    /// <returns>Accepted, or why not.</returns>
    public EditResult Add(string local, string crm, SyncDirection direction)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(crm);
        if (Fields.FindLocal(local) is not { } field)
        {
            return Refuse(Fields.UnknownLocal(local));
        }

        if (_applied.Set.FindByLocal(local) is { } holder)
        {
            return Refuse(Refusals.LocalFieldMapped(holder));
        }

        return Fields.FindCrm(crm, local) is { } target
            ? Propose(ShippedOrCustom(field, target), target, direction)
            : Refuse(Fields.UnknownCrm(local, crm));
    }

    /// <summary>Points a mapping at another CRM field.</summary>
    /// <param name="local">The local field's key.</param>
    /// <param name="crm">The CRM field's key.</param>
    /// <returns>Accepted, or why not.</returns>
    public EditResult Retarget(string local, string crm)
    {
        ArgumentNullException.ThrowIfNull(crm);
        if (FindUnlocked(local, out var mapping) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (Fields.FindCrm(crm, local) is not { } target)
        {
            return crm == mapping.Crm.Key ? Accept(local) : Refuse(Fields.UnknownCrm(local, crm));
        }

        return target.Key == mapping.Crm.Key ? Accept(local) : Propose(mapping, target, mapping.Direction);
    }

    /// <summary>Turns a mapping.</summary>
    /// <param name="local">The local field's key.</param>
    /// <param name="direction">The direction.</param>
    /// <returns>Accepted, or why not.</returns>
    public EditResult ChangeDirection(string local, SyncDirection direction)
    {
        if (FindUnlocked(local, out var mapping) is { } refusal)
        {
            return Refuse(refusal);
        }

        return direction == mapping.Direction ? Accept(local) : Propose(mapping, mapping.Crm, direction);
    }

    /// <summary>Deletes a mapping.</summary>
    /// <param name="local">The local field's key.</param>
    /// <returns>Accepted, or why not.</returns>
    public EditResult Delete(string local)
    {
        if (FindUnlocked(local, out var mapping) is { } refusal)
        {
            return Refuse(refusal);
        }

        return EditRules.CheckDelete(mapping, _applied.Set) is { } refused
            ? Refuse(refused)
            : Accept(local, Code.FindByLocal(local) is null ? null : new MappingEdit { Local = local, Kind = MappingEditKind.Deleted });
    }

    /// <summary>Forgets every edit, so that the map is as code ships it.</summary>
    /// <returns>Always accepted.</returns>
    public EditResult Reset()
    {
        Replace(MappingEdits.None);
        return new EditResult();
    }

    /// <summary>Forgets what was decided of one field, so that its mapping is as code ships it; one that was added is gone.</summary>
    /// <param name="local">The local field's key.</param>
    /// <returns>Accepted, or why not.</returns>
    public EditResult Reset(string local)
    {
        ArgumentNullException.ThrowIfNull(local);
        var shipped = Code.FindByLocal(local);
        if (Edits.Find(local) is null)
        {
            return Fields.FindLocal(local) is null ? Refuse(Fields.UnknownLocal(local))
                : shipped is { Category: MappingCategory.Locked } ? Refuse(Refusals.MappingLocked(shipped))
                : Accept(local);
        }

        var refusal = shipped is null
            ? _applied.Set.FindByLocal(local) is { } added && _applied.Set.IsLastMatchKey(added) ? Refusals.LastMatchKey(added) : null
            : _applied.Set.FindByCrm(shipped.Crm.Key) is { } holder && holder.Local.Key != local
                ? Refusals.CrmFieldMapped(local, shipped.Crm.Key, holder)
                : null;
        return refusal is null ? Accept(local, null) : Refuse(refusal);
    }

    /// <summary>Lists every local field, to choose one for a new mapping: which are taken and by what, and which way a mapping could run.</summary>
    /// <returns>The fields, in the order of the map.</returns>
    public IReadOnlyList<FieldChoice> LocalChoices() => FieldChoices.Local(this, _applied.Set);

    /// <summary>Lists every CRM field, to choose one for a local field: which are taken and by what, which way the pair could run, and why not the others.</summary>
    /// <param name="local">The local field's key.</param>
    /// <returns>The fields, in the order in which the CRM lists them.</returns>
    /// <exception cref="ArgumentException">The map offers no such field.</exception>
    public IReadOnlyList<FieldChoice> CrmChoices(string local)
    {
        ArgumentNullException.ThrowIfNull(local);
        return Fields.FindLocal(local) is { } field
            ? FieldChoices.Crm(this, _applied.Set, field)
            : throw new ArgumentException(Fields.UnknownLocal(local).Message, nameof(local));
    }

    /// <summary>Makes the set that the draft stands for; the draft may be edited on.</summary>
    /// <returns>The set, with the version that the draft was made from.</returns>
    public MappingSet Build() => _applied.Set;

    /// <summary>Begins a draft of a set.</summary>
    internal static MappingDraft Of(MappingSet set)
    {
        var draft = new MappingDraft(set, set.Source ?? new MappingSource(set, MappingEdits.None));
        return draft._applied.Set.Mappings.Select(static m => m.Pair).SequenceEqual(set.Mappings.Select(static m => m.Pair))
            ? draft
            : throw new InvalidOperationException(
                $"The mappings of {set.Name} were changed by hand after an admin's edits were applied. Edit the set as it was, by a draft.");
    }

    /// <summary>Gives the mapping of a local field to begin with: as code ships it, or for a field that code does not map.</summary>
    internal FieldMapping ShippedOrCustom(FieldDescriptor local, FieldDescriptor crm) =>
        Code.FindByLocal(local.Key) ?? CustomMappings.Of(Code, local, crm);

    /// <summary>Takes edits in the place of those so far.</summary>
    internal void Replace(MappingEdits edits)
    {
        Edits = edits;
        _applied = Apply(edits);
    }

    private static EditResult Refuse(EditRefusal refusal) => new() { Refusal = refusal };

    private EditRefusal? FindUnlocked(string local, out FieldMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(local);
        mapping = _applied.Set.FindByLocal(local)!;
        return mapping switch
        {
            null => Fields.FindLocal(local) is { } field ? Refusals.NotMapped(field) : Fields.UnknownLocal(local),
            { Category: MappingCategory.Locked } => Refusals.MappingLocked(mapping),
            _ => null,
        };
    }

    private EditResult Propose(FieldMapping present, FieldDescriptor crm, SyncDirection direction)
    {
        var proposed = present with { Crm = crm, Direction = direction };
        return Rules.Check(present, proposed, _applied.Set.FindByCrm) is { } refusal
            ? Refuse(refusal)
            : Accept(present.Local.Key, Rules.EditOf(present, proposed, Edits));
    }

    private EditResult Accept(string local, MappingEdit? edit)
    {
        Replace(Edits.With(local, edit));
        return Accept(local);
    }

    private EditResult Accept(string local) => new()
    {
        Warnings = _applied.Set.FindByLocal(local) is { } mapping ? Rules.Warnings(mapping).ToEquatableArray() : [],
    };

    private AppliedEdits Apply(MappingEdits edits)
    {
        var applied = edits.ApplyTo(_source.Code, Start.CrmFields);
        var source = new MappingSource(_source.Code, edits, _source.Connection);
        return applied with { Set = applied.Set with { Version = Start.Version, Source = source } };
    }
}

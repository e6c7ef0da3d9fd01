namespace CrmMapping;

/// <summary>Lays an admin's edits over a map as code ships it, and lets rest what does not fit any more.</summary>
/// <remarks>
/// What an edit meets in the code's map decides whether it rests. What it meets in the account does not: a CRM field that is gone or of
/// another type suspends its mapping, which stays in the set.
/// </remarks>
internal sealed class EditOverlay(MappingSet code, IReadOnlyList<FieldDescriptor> crmFields, MappingEdits edits)
{
    private readonly MappingSet _code = code.Described(crmFields);
    private readonly CrmFieldNames _names = new(crmFields, []);
    private readonly List<OverlaidMapping> _mappings = [];
    private readonly List<Func<MappingSet, EditRefusal>> _dormant = [];

    public AppliedEdits Apply()
    {
        LayOver();
        Add();
        while (LetTwinRest() || RestoreKey())
        {
        }

        var set = Build();
        return new AppliedEdits(set, _dormant.Select(refuse => refuse(set)).ToEquatableArray());
    }

    private void LayOver()
    {
        foreach (var shipped in _code.Mappings)
        {
            var mapping = new OverlaidMapping(shipped, isAdded: false);
            _mappings.Add(mapping);
            if (edits.Find(shipped.Local.Key) is { } edit)
            {
                LayOver(mapping, edit);
            }
        }
    }

    private void LayOver(OverlaidMapping mapping, MappingEdit edit)
    {
        var shipped = mapping.Shipped;
        if (shipped.Category == MappingCategory.Locked)
        {
            Rest(_ => Refusals.MappingLocked(shipped));
        }
        else if (edit.Kind == MappingEditKind.Deleted)
        {
            mapping.IsDeleted = shipped.MayBeDeleted;
            RestUnless(mapping.IsDeleted, _ => Refusals.MappingNotDeletable(shipped));
        }
        else
        {
            var isAllowed = edit.Direction is not { } direction || shipped.AllowedDirections.Contains(direction);
            mapping.Direction = isAllowed ? edit.Direction : null;
            RestUnless(isAllowed, _ => Refusals.DirectionNotAllowed(shipped, edit.Direction ?? SyncDirection.None));

            var mayMove = shipped.MayBeRetargeted || edit.Crm is null || edit.Crm == shipped.Crm.Key;
            mapping.Target = mayMove ? edit.Crm : null;
            RestUnless(mayMove, _ => Refusals.MappingNotRetargetable(shipped));
        }
    }

    private void Add()
    {
        foreach (var edit in edits.Edits.Where(edit => _code.FindByLocal(edit.Local) is null))
        {
            if (_code.OfferedFields.FirstOrDefault(field => field.Key == edit.Local) is not { } local)
            {
                RestUnless(edit.Kind == MappingEditKind.Deleted, _ => Refusals.LocalFieldGone(edit));
            }
            else if (edit.Kind == MappingEditKind.Added)
            {
                var mapping = CustomMappings.Of(_code, local, CrmField(edit.Crm!, local, null));
                _mappings.Add(new OverlaidMapping(mapping, isAdded: true) { Target = edit.Crm, Direction = edit.Direction });
            }
            else
            {
                RestUnless(edit.Kind == MappingEditKind.Deleted, _ => Refusals.NotMapped(local));
            }
        }
    }

    // Two mappings may want one CRM field since the code's map changed: then the admin's wish rests, the later of two by local key.
    private bool LetTwinRest()
    {
        foreach (var twins in _mappings.Where(static m => m.IsThere).GroupBy(static m => m.Crm, StringComparer.Ordinal))
        {
            if (twins.Skip(1).Any() && twins.Where(static m => m.Target is not null).MaxBy(static m => m.Local, StringComparer.Ordinal) is { } twin)
            {
                var (local, crm) = (twin.Local, twin.Crm);
                twin.IsDeleted = twin.IsAdded;
                twin.Target = null;
                Rest(set => Refusals.CrmFieldMapped(local, crm, set.FindByCrm(crm)));
                return true;
            }
        }

        return false;
    }

    // Records must be told apart: where what an admin had put in the place of a deleted key rests, the deletion rests as well.
    private bool RestoreKey()
    {
        if (_mappings.Any(static m => m.IsThere && m.Shipped.IsMatchKey)
            || _mappings.Find(static m => m is { IsDeleted: true, IsAdded: false } && m.Shipped.IsMatchKey) is not { } key)
        {
            return false;
        }

        key.IsDeleted = false;
        Rest(_ => Refusals.LastMatchKey(key.Shipped));
        return true;
    }

    private MappingSet Build()
    {
        var mappings = _mappings.Where(static mapping => mapping.IsThere).Select(Build).ToEquatableArray();
        var mapped = mappings.Select(static mapping => mapping.Local.Key).ToHashSet(StringComparer.Ordinal);
        return _code with
        {
            Mappings = mappings,
            OfferedFields = _code.OfferedFields.Concat(_code.Mappings.Select(static mapping => mapping.Local))
                .Where(field => !mapped.Contains(field.Key)).ToEquatableArray(),
            Source = new MappingSource(code, edits),
        };
    }

    private FieldMapping Build(OverlaidMapping overlaid)
    {
        var mapping = overlaid.Shipped;
        if (overlaid.Target is { } target)
        {
            mapping = mapping with
            {
                Crm = CrmField(target, mapping.Local, mapping.Converter),
                TargetOrigin = MappingOrigin.Admin,
                SetUp = target == mapping.Crm.Key ? mapping.SetUp : null,
            };
        }

        return overlaid.Direction is { } direction
            ? mapping with { Direction = direction, DirectionOrigin = MappingOrigin.Admin }
            : mapping;
    }

    // Of a field that the CRM does not describe is known what code says of it, or else the type that the mapping needs.
    private FieldDescriptor CrmField(string key, FieldDescriptor local, IFieldConverter? converter) =>
        _names.Find(key) ?? _code.FindByCrm(key)?.Crm ?? new FieldDescriptor { Key = key, Type = converter is null ? local.Type : FieldType.Text };

    private void RestUnless(bool fits, Func<MappingSet, EditRefusal> refuse)
    {
        if (!fits)
        {
            Rest(refuse);
        }
    }

    private void Rest(Func<MappingSet, EditRefusal> refuse) => _dormant.Add(refuse);
}

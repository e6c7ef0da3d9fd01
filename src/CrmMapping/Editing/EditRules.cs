namespace CrmMapping;

/// <summary>Decides what an admin may make of a mapping.</summary>
internal sealed class EditRules(MappingSet code, FieldCatalog fields)
{
    /// <summary>Says why a mapping may not take the place of another; null when it may.</summary>
    /// <param name="present">The mapping as it is, or as code ships it where it is not in force.</param>
    /// <param name="proposed">The mapping as it is to be: another CRM field, another direction.</param>
    /// <param name="holder">Finds the mapping that holds a CRM field.</param>
    public EditRefusal? Check(FieldMapping present, FieldMapping proposed, Func<string, FieldMapping?> holder)
    {
        var isMoved = present.Crm.Key != proposed.Crm.Key;
        if (present.Category == MappingCategory.Locked && (isMoved || present.Direction != proposed.Direction))
        {
            return Refusals.MappingLocked(present);
        }

        if (isMoved && CheckTarget(present, proposed.Crm) is { } refusal)
        {
            return refusal;
        }

        if (CheckTwin(proposed, holder) is { } twin)
        {
            return twin;
        }

        if (!proposed.AllowedDirections.Contains(proposed.Direction))
        {
            return Refusals.DirectionNotAllowed(present, proposed.Direction);
        }

        foreach (var misfit in MappingFit.Misfits(proposed))
        {
            return Refusals.DoesNotFit(proposed, misfit);
        }

        return null;
    }

    /// <summary>Says why a file may not ask for a mapping; null when it may. One that is as code ships it runs or waits as it would without the file.</summary>
    public EditRefusal? CheckImported(FieldMapping shipped, FieldMapping mapping, Func<string, FieldMapping?> holder) =>
        mapping.Pair == shipped.Pair && code.FindByLocal(mapping.Local.Key) is not null
            ? CheckTwin(mapping, holder)
            : Check(shipped, mapping, holder);

    /// <summary>Says why a mapping may not be pointed at a CRM field, whatever its direction; null when it may.</summary>
    public EditRefusal? CheckTarget(FieldMapping present, FieldDescriptor crm)
    {
        if (!present.MayBeRetargeted)
        {
            return present.Category == MappingCategory.Locked ? Refusals.MappingLocked(present) : Refusals.MappingNotRetargetable(present);
        }

        return present.Category == MappingCategory.Special && !HoldsOwner(present, crm) ? Refusals.NotAnOwnerField(present, crm) : null;
    }

    /// <summary>Says why a mapping may not be deleted; null when it may.</summary>
    public static EditRefusal? CheckDelete(FieldMapping mapping, MappingSet set) => mapping switch
    {
        { Category: MappingCategory.Locked } => Refusals.MappingLocked(mapping),
        { MayBeDeleted: false } => Refusals.MappingNotDeletable(mapping),
        _ when set.IsLastMatchKey(mapping) => Refusals.LastMatchKey(mapping),
        _ => null,
    };

    /// <summary>Says what should be known of a mapping that was accepted.</summary>
    public IEnumerable<EditWarning> Warnings(FieldMapping mapping)
    {
        if (fields.Lacks(mapping.Crm))
        {
            yield return Refusals.MappingWaits(mapping);
        }

        if (mapping is { Local.Type: FieldType.TimeOfDay, Crm.Type: FieldType.TimeOfDay, Converter: null, Direction.GoesToCrm: true })
        {
            yield return Refusals.TimeTurnsUtc(mapping);
        }

        if (mapping is { Special: SpecialField.Owner, Crm.Type: not FieldType.Owner, Direction.GoesFromCrm: true })
        {
            yield return Refusals.OwnerSyncsByHand(mapping);
        }
    }

    /// <summary>Says what an admin decided who put a mapping in the place of another; null when that is what code ships.</summary>
    /// <remarks>
    /// A part that is as code ships it is no edit, so that a later release may change it; what was decided of the other part stays.
    /// </remarks>
    public MappingEdit? EditOf(FieldMapping present, FieldMapping proposed, MappingEdits edits)
    {
        var (local, crm) = (proposed.Local.Key, proposed.Crm.Key);
        if (code.FindByLocal(local) is not { } shipped)
        {
            return new MappingEdit { Local = local, Kind = MappingEditKind.Added, Crm = crm, Direction = proposed.Direction };
        }

        var before = edits.Find(local) is { Kind: not MappingEditKind.Deleted } edit ? edit : null;
        var after = new MappingEdit
        {
            Local = local,
            Crm = present.Crm.Key == crm ? before?.Crm : crm == shipped.Crm.Key ? null : crm,
            Direction = present.Direction == proposed.Direction ? before?.Direction
                : proposed.Direction == shipped.Direction ? null : proposed.Direction,
        };
        return after.IsEmpty ? null : after;
    }

    private static EditRefusal? CheckTwin(FieldMapping proposed, Func<string, FieldMapping?> holder) =>
        holder(proposed.Crm.Key) is { } held && held.Local.Key != proposed.Local.Key
            ? Refusals.CrmFieldMapped(proposed.Local.Key, proposed.Crm.Key, held)
            : null;

    private bool HoldsOwner(FieldMapping mapping, FieldDescriptor crm) =>
        crm.Type == FieldType.Owner
        || crm is { IsCustom: true, Type: FieldType.Text }
        || code.FindByLocal(mapping.Local.Key)?.Crm.Key == crm.Key;
}

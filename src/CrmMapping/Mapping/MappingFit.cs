namespace CrmMapping;

/// <summary>Tells whether a mapping's two fields can be kept together, a direction at a time.</summary>
internal static class MappingFit
{
    /// <summary>Finds what is in the way of a mapping in the direction that it has.</summary>
    public static IEnumerable<Misfit> Misfits(FieldMapping mapping)
    {
        if (mapping.Direction.GoesToCrm && mapping.Crm.IsReadOnly)
        {
            yield return new(MisfitKind.CrmIsReadOnly, SyncDirection.ToCrm);
        }

        if (mapping.Direction.GoesFromCrm && mapping.Local.IsReadOnly)
        {
            yield return new(MisfitKind.LocalIsReadOnly, SyncDirection.FromCrm);
        }

        if (mapping.Converter is null)
        {
            var (local, crm) = (mapping.Local.Type, mapping.Crm.Type);
            if (mapping.Direction.GoesToCrm && Loses(local, crm))
            {
                yield return new(MisfitKind.ValuesAreLost, SyncDirection.ToCrm);
            }

            if (mapping.Direction.GoesFromCrm && Loses(crm, local))
            {
                yield return new(MisfitKind.ValuesAreLost, SyncDirection.FromCrm);
            }
        }
    }

    /// <summary>Lists the allowed directions in which nothing is in the way.</summary>
    public static EquatableArray<SyncDirection> PossibleDirections(FieldMapping mapping) =>
        mapping.AllowedDirections.Where(direction => !Misfits(mapping with { Direction = direction }).Any()).ToEquatableArray();

    /// <summary>Says why a mapping cannot run under what the CRM has, and what to do; null when it can.</summary>
    /// <param name="mapping">The mapping, its CRM field as the CRM describes it now.</param>
    /// <param name="isThere">Whether the CRM has the field now.</param>
    public static MappingSuspension? Suspension(FieldMapping mapping, bool isThere)
    {
        if (!isThere)
        {
            return Suspensions.CrmFieldGone(mapping);
        }

        foreach (var misfit in Misfits(mapping))
        {
            return Suspensions.Of(mapping, misfit);
        }

        var missing = MissingOptions(mapping);
        return missing.Count > 0 && mapping.Direction.GoesToCrm ? Suspensions.OptionsGone(mapping, missing) : null;
    }

    // Which options a mapping needs is only known where code says with which ones the CRM's field is created.
    private static List<FieldOption> MissingOptions(FieldMapping mapping) =>
        mapping is { SetUp.Options: { Count: > 0 } needed, Crm: { Type: FieldType.Picklist or FieldType.MultiPicklist, Options.Count: > 0 } crm }
            ? [.. needed.Where(option => !crm.Options.Any(other => other.Value == option.Value))]
            : [];

    private static bool Loses(FieldType from, FieldType to) =>
        TypeCompatibility.Of(from, to) is TypeFit.Lossy or TypeFit.None;
}

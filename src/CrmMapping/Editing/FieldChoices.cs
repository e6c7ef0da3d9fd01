namespace CrmMapping;

/// <summary>Lists what an admin may choose from, and explains what may not be chosen.</summary>
internal static class FieldChoices
{
    /// <summary>Lists the local fields for a new mapping.</summary>
    public static IReadOnlyList<FieldChoice> Local(MappingDraft draft, MappingSet set) =>
    [
        .. draft.Fields.Local.Select(local =>
        {
            // A field without a counterpart yet is like one that fits in every way.
            var mapping = draft.ShippedOrCustom(local, local);
            return set.FindByLocal(local.Key) is { } holder
                ? Taken(local, holder, Refusals.LocalFieldMapped(holder))
                : Free(local, mapping with { Crm = new FieldDescriptor { Key = mapping.Crm.Key, Type = local.Type } });
        }),
    ];

    /// <summary>Lists the CRM's fields for a local field, mapped or not.</summary>
    public static IReadOnlyList<FieldChoice> Crm(MappingDraft draft, MappingSet set, FieldDescriptor local)
    {
        var present = set.FindByLocal(local.Key) ?? draft.ShippedOrCustom(local, local);
        var holders = set.Mappings.ToDictionary(static mapping => mapping.Crm.Key, StringComparer.Ordinal);
        return [.. draft.Fields.Crm.Select(crm => Of(crm, present, holders.GetValueOrDefault(crm.Key), draft.Rules))];
    }

    private static FieldChoice Of(FieldDescriptor crm, FieldMapping present, FieldMapping? holder, EditRules rules)
    {
        if (holder is not null && holder.Local.Key != present.Local.Key)
        {
            return Taken(crm, holder, Refusals.CrmFieldMapped(present.Local.Key, crm.Key, holder));
        }

        return rules.CheckTarget(present, crm) is { } refusal && crm.Key != present.Crm.Key
            ? new FieldChoice { Field = crm, Explanation = refusal.Message }
            : Free(crm, present with { Crm = crm });
    }

    private static FieldChoice Taken(FieldDescriptor field, FieldMapping holder, EditRefusal refusal) =>
        new() { Field = field, Marker = new FieldMarker(holder), Explanation = refusal.Message };

    private static FieldChoice Free(FieldDescriptor field, FieldMapping mapping)
    {
        var reasons = Reasons(mapping);
        return new FieldChoice
        {
            Field = field,
            Directions = MappingFit.PossibleDirections(mapping),
            Explanation = reasons.Count == 0 ? null : string.Join(' ', reasons),
        };
    }

    private static List<string> Reasons(FieldMapping mapping)
    {
        var reasons = new List<string>();
        if (mapping.AllowedDirections.Count < SyncDirections.All.Count)
        {
            reasons.Add($"The mapping of {mapping.Local.Key} runs {Wording.OneOf(mapping.AllowedDirections)} only.");
        }

        var misfits = MappingFit.Misfits(mapping with { Direction = SyncDirection.Bidirectional })
            .Where(misfit => mapping.AllowedDirections.Any(direction => (direction & misfit.Direction) != 0))
            .ToList();
        reasons.AddRange(misfits.Count(static misfit => misfit.Kind == MisfitKind.ValuesAreLost) > 1
            ? [Refusals.NothingInCommon(mapping)]
            : misfits.Select(misfit => $"{Refusals.Why(mapping, misfit)}."));
        return reasons;
    }
}

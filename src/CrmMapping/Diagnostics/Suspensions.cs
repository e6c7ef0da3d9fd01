namespace CrmMapping;

/// <summary>Words why a mapping rests while the others go on, for the admin who is to do something about it.</summary>
internal static class Suspensions
{
    public static MappingSuspension CrmFieldGone(FieldMapping mapping) => new(
        mapping, IssueCode.FieldMissing,
        $"'{mapping.Crm.Key}' is not among the CRM's properties, or may not be read. "
        + Remedy(mapping, "Create it", "grant access to it"));

    public static MappingSuspension LocalFieldGone(FieldMapping mapping) => new(
        mapping, IssueCode.FieldMissing,
        $"'{mapping.Local.Key}' is not among the fields that the map offers any more. "
        + "Offer it again with Field(…), or delete the mapping; until then its mapping waits.");

    public static MappingSuspension Of(FieldMapping mapping, Misfit misfit) => misfit.Kind switch
    {
        MisfitKind.CrmIsReadOnly => new(
            mapping, IssueCode.ReadOnlyField,
            $"'{mapping.Crm.Key}' is read-only in the CRM, and the mapping runs {mapping.Direction.Arrow}. "
            + Remedy(mapping, "Let it be written in the CRM")),
        MisfitKind.LocalIsReadOnly => new(
            mapping, IssueCode.ReadOnlyField,
            $"'{mapping.Local.Key}' cannot be written, and the mapping runs {mapping.Direction.Arrow}. "
            + Remedy(mapping, "Give the property a setter")),
        _ => new(
            mapping, IssueCode.FieldRetyped,
            $"{misfit.Direction.Arrow} would put {Wording.Transfer(mapping, misfit.Direction)}, where values are lost or mean nothing. "
            + Remedy(mapping, "Change the type of the property back in the CRM")),
    };

    public static MappingSuspension OptionsGone(FieldMapping mapping, IReadOnlyList<FieldOption> missing) => new(
        mapping, IssueCode.NotAnOption,
        $"'{mapping.Crm.Key}' has no option {Wording.OneOf([.. missing.Select(static option => $"'{option.Value}'")])}, and {mapping.Local.Key} may hold it. "
        + Remedy(mapping, missing.Count == 1 ? "Add the option in the CRM" : "Add the options in the CRM"));

    public static MappingSuspension OptionsLost(FieldMapping mapping, IReadOnlyList<string> lost) => new(
        mapping, IssueCode.NotAnOption,
        $"'{mapping.Crm.Key}' has lost {(lost.Count == 1 ? "the option" : "the options")} {string.Join(", ", lost.Select(static option => $"'{option}'"))}. "
        + "Contacts that hold what was lost wait with this field, the others go on. Add it again in the CRM, give the contacts another value, "
        + "or save the mapping anew, which accepts the options as they are.");

    // Only what the mapping's category lets an admin do is worth proposing.
    private static string Remedy(FieldMapping mapping, params string[] outside)
    {
        var ways = new List<string>(outside);
        var possible = mapping.Category == MappingCategory.Locked ? [] : MappingFit.PossibleDirections(mapping);
        if (possible.Count > 0 && !possible.Contains(mapping.Direction))
        {
            ways.Add($"turn the mapping to {Wording.OneOf(possible)}");
        }

        if (mapping.MayBeRetargeted)
        {
            ways.Add($"point {mapping.Local.Key} elsewhere");
        }

        return $"{Wording.OneOf(ways)}; until then its mapping waits.";
    }
}

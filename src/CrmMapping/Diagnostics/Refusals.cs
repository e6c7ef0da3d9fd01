namespace CrmMapping;

/// <summary>Holds the words for every edit that is refused or warned of, a method each: what is wrong, and what would be allowed.</summary>
internal static class Refusals
{
    private const int MostNamed = 5;

    public static EditRefusal UnknownLocalField(string local, IReadOnlyList<FieldDescriptor> near, IReadOnlyList<FieldDescriptor> offered) => new(
        EditRefusalCode.UnknownLocalField, local, null, null,
        $"{Wording.Quote(local)} is no field that the map offers. {Instead(near, $"Offered are {Some(offered)}.")}");

    public static EditRefusal LocalFieldGone(MappingEdit edit) => new(
        EditRefusalCode.UnknownLocalField, edit.Local, edit.Crm, null,
        $"'{edit.Local}' is no field that the map offers any more. Offer it again with Field(…), or reset the mapping.");

    public static EditRefusal UnknownCrmField(string local, string crm, IReadOnlyList<FieldDescriptor> near, bool isDescribed) => new(
        EditRefusalCode.UnknownCrmField, local, crm, null,
        isDescribed
            ? $"{Wording.Quote(crm)} is not among the CRM's properties, or may not be read. {Instead(near, "Create it in the CRM, or choose one that is there.")}"
            : $"{Wording.Quote(crm)} is not known, as the CRM's properties were not read yet. {Instead(near, "Connect the account, then choose again.")}");

    public static EditRefusal NotMapped(FieldDescriptor local) => new(
        EditRefusalCode.NotMapped, local.Key, null, null, $"'{local.Key}' is not mapped. Add a mapping of it, or name a field that is mapped.");

    public static EditRefusal LocalFieldMapped(FieldMapping holder) => new(
        EditRefusalCode.LocalFieldMapped, holder.Local.Key, holder.Crm.Key, holder,
        $"'{holder.Local.Key}' is already mapped: {holder.Pair}. A field takes part in one mapping: choose another field{Free(holder)}.");

    public static EditRefusal CrmFieldMapped(string local, string crm, FieldMapping? holder) => new(
        EditRefusalCode.CrmFieldMapped, local, crm, holder,
        holder is null
            ? $"'{crm}' is wanted by two mappings. A CRM property takes part in one mapping: point {local} elsewhere."
            : $"'{crm}' is already mapped: {holder.Pair}. A CRM property takes part in one mapping: choose another property{Free(holder)}.");

    public static EditRefusal MappingLocked(FieldMapping mapping) => new(
        EditRefusalCode.MappingLocked, mapping.Local.Key, mapping.Crm.Key, mapping,
        $"The mapping {mapping.Pair} is locked: it is neither changed nor deleted. Mappings that show no 🔒 may be edited.");

    public static EditRefusal MappingNotDeletable(FieldMapping mapping) => new(
        EditRefusalCode.MappingNotDeletable, mapping.Local.Key, mapping.Crm.Key, mapping,
        $"The mapping {mapping.Pair} is a special one and is never deleted. {Rights(mapping)}");

    public static EditRefusal MappingNotRetargetable(FieldMapping mapping) => new(
        EditRefusalCode.MappingNotRetargetable, mapping.Local.Key, mapping.Crm.Key, mapping,
        $"The mapping {mapping.Pair} is a special one and stays with '{mapping.Crm.Key}'. {Rights(mapping)}");

    public static EditRefusal NotAnOwnerField(FieldMapping mapping, FieldDescriptor crm) => new(
        EditRefusalCode.NotAnOwnerField, mapping.Local.Key, crm.Key, mapping,
        $"'{crm.Key}' ({crm.Type}) cannot hold the contact's owner. Choose the CRM's own property for owners, or a text property that the account added.");

    public static EditRefusal DirectionNotAllowed(FieldMapping mapping, SyncDirection direction) => new(
        EditRefusalCode.DirectionNotAllowed, mapping.Local.Key, mapping.Crm.Key, mapping,
        $"The mapping of {mapping.Local.Key} does not run {direction.Arrow}. Allowed here: {Wording.OneOf(mapping.AllowedDirections)}.");

    public static EditRefusal DoesNotFit(FieldMapping mapping, Misfit misfit) => new(
        misfit.Kind switch
        {
            MisfitKind.CrmIsReadOnly => EditRefusalCode.CrmFieldReadOnly,
            MisfitKind.LocalIsReadOnly => EditRefusalCode.LocalFieldReadOnly,
            _ => EditRefusalCode.TypesDoNotFit,
        },
        mapping.Local.Key, mapping.Crm.Key, null, $"{Why(mapping, misfit)}. {Possible(mapping)}");

    public static EditRefusal LastMatchKey(FieldMapping mapping) => new(
        EditRefusalCode.LastMatchKey, mapping.Local.Key, mapping.Crm.Key, mapping,
        $"The mapping {mapping.Pair} is the last of a phone number or an e-mail address, and records are matched by these. Map another one first.");

    public static EditWarning TimeTurnsUtc(FieldMapping mapping) => new(
        EditWarningCode.TimeTurnsUtc, mapping,
        $"'{mapping.Crm.Key}' is a field of the CRM's own Time type, and the CRM turns its values into UTC: 08:33:16-07:00 is shown as 15:33:16. "
        + "A text field of 40 characters, Text(40), is recommended: it keeps the time as it was, with its offset.");

    public static EditWarning MappingWaits(FieldMapping mapping) => new(EditWarningCode.MappingWaits, mapping, Suspensions.CrmFieldGone(mapping).Message);

    public static EditWarning OwnerSyncsByHand(FieldMapping mapping) => new(
        EditWarningCode.OwnerSyncsByHand, mapping,
        $"'{mapping.Crm.Key}' is not the CRM's own property for owners: an owner changed there is taken over only when a person syncs that contact by hand.");

    /// <summary>Says what keeps two fields apart in a direction, without a full stop.</summary>
    public static string Why(FieldMapping mapping, Misfit misfit) => misfit.Kind switch
    {
        MisfitKind.CrmIsReadOnly => $"'{mapping.Crm.Key}' is read-only in the CRM and cannot be written",
        MisfitKind.LocalIsReadOnly => $"'{mapping.Local.Key}' is read-only here and cannot be written",
        _ => $"{misfit.Direction.Arrow} would put {Wording.Transfer(mapping, misfit.Direction)}, where values are lost or mean nothing",
    };

    /// <summary>Says that two fields can be kept together neither way.</summary>
    public static string NothingInCommon(FieldMapping mapping) =>
        $"'{mapping.Local.Key}' ({mapping.Local.Type}) and '{mapping.Crm.Key}' ({mapping.Crm.Type}) do not go together: either way values are lost or mean nothing.";

    private static string Possible(FieldMapping mapping) => MappingFit.PossibleDirections(mapping) is { Count: > 0 } possible
        ? $"Possible between the two: {Wording.OneOf(possible)}."
        : "No direction is possible between the two: choose another property.";

    private static string Rights(FieldMapping mapping) =>
        $"Allowed: turn it to {Wording.OneOf(mapping.AllowedDirections)}"
        + (mapping.MayBeRetargeted ? ", or point it at another property that holds owners." : ".");

    private static string Free(FieldMapping holder) => holder switch
    {
        { MayBeDeleted: true } => $", or first point {holder.Local.Key} elsewhere or delete its mapping",
        { MayBeRetargeted: true } => $", or first point {holder.Local.Key} elsewhere",
        _ => "",
    };

    private static string Instead(IReadOnlyList<FieldDescriptor> near, string otherwise) => near.Count == 0
        ? otherwise
        : $"Did you mean {Wording.OneOf([.. near.Select(static field => $"'{field.Key}'")])}?";

    private static string Some(IReadOnlyList<FieldDescriptor> fields) =>
        string.Join(", ", fields.Take(MostNamed).Select(static field => field.Key)) + (fields.Count > MostNamed ? $" and {fields.Count - MostNamed} more" : "");
}

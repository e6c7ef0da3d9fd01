namespace CrmMapping;

/// <summary>Knows what an admin may do with a mapping of a category.</summary>
internal static class MappingRights
{
    extension(FieldMapping mapping)
    {
        public bool MayBeDeleted => mapping.Category is MappingCategory.Open or MappingCategory.Custom;

        // Of the managed fields the owner alone may be kept in another property.
        public bool MayBeRetargeted => mapping.MayBeDeleted
            || mapping is { Category: MappingCategory.Special, Special: SpecialField.Owner };

        /// <summary>Gets whether disconnecting and connecting again lets the mapping run from the CRM, whatever an admin chose.</summary>
        public bool IsResetByReconnecting =>
            mapping is { Category: MappingCategory.Special, Special: SpecialField.Owner or SpecialField.DispositionStatus }
            && mapping.AllowedDirections.Contains(SyncDirection.FromCrm)
            && !mapping.Local.IsReadOnly;

        /// <summary>Gets whether records are matched by the mapping's field.</summary>
        public bool IsMatchKey => mapping.Local.Type is FieldType.Phone or FieldType.Email;

        /// <summary>Gets the pair and its direction, local side left.</summary>
        public string Pair => $"{mapping.Local.Key} {mapping.Direction.Arrow} {mapping.Crm.Key}";
    }
}

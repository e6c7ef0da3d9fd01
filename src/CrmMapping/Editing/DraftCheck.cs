namespace CrmMapping;

/// <summary>Finds what a draft changes and the account takes no more, as its fields are others than when the draft was made.</summary>
internal static class DraftCheck
{
    /// <summary>Finds the refusals.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="crmFields">The account's fields as they are now; empty where it could not be asked.</param>
    public static IReadOnlyList<EditRefusal> Find(MappingDraft draft, IReadOnlyList<FieldDescriptor> crmFields)
    {
        if (crmFields.Count == 0)
        {
            return [];
        }

        var now = new FieldCatalog(draft.Code, crmFields.ToEquatableArray());
        return
        [
            .. draft.Changes.Added.Concat(draft.Changes.Changed.Select(static change => change.After))
                .Where(mapping => !draft.Fields.Lacks(mapping.Crm))
                .SelectMany(mapping => Check(mapping, now)),
        ];
    }

    private static IEnumerable<EditRefusal> Check(FieldMapping mapping, FieldCatalog now)
    {
        if (now.FindCrm(mapping.Crm.Key, mapping.Local.Key) is not { } field || now.Lacks(field))
        {
            return [now.UnknownCrm(mapping.Local.Key, mapping.Crm.Key)];
        }

        var live = mapping with { Crm = field };
        return MappingFit.Misfits(live).Select(misfit => Refusals.DoesNotFit(live, misfit));
    }
}

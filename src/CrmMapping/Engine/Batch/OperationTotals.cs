namespace CrmMapping;

/// <summary>Subtracts counts, so that what one batch did can be told from what its run did.</summary>
internal static class OperationTotals
{
    public static OperationCounts Difference(OperationCounts after, OperationCounts before) => new()
    {
        Contacts = after.Contacts - before.Contacts,
        Planned = after.Planned - before.Planned,
        Moved = after.Moved - before.Moved,
        CreatedLocal = after.CreatedLocal - before.CreatedLocal,
        CreatedCrm = after.CreatedCrm - before.CreatedCrm,
        UpdatedLocal = after.UpdatedLocal - before.UpdatedLocal,
        UpdatedCrm = after.UpdatedCrm - before.UpdatedCrm,
        Linked = after.Linked - before.Linked,
        Cleared = after.Cleared - before.Cleared,
        Unlinked = after.Unlinked - before.Unlinked,
        ConflictsWonByCrm = after.ConflictsWonByCrm - before.ConflictsWonByCrm,
        ConflictsWonByLocal = after.ConflictsWonByLocal - before.ConflictsWonByLocal,
        ConflictsParked = after.ConflictsParked - before.ConflictsParked,
        NewNumbers = after.NewNumbers - before.NewNumbers,
        Issues = after.Issues - before.Issues,
    };
}

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Merges records the way the service does: the losers go to the recycle bin and name the winner.</summary>
internal static class SObjectMerger
{
    private const int MostLosers = 2;

    public static void Merge(SalesforceOrg org, SObject winner, IReadOnlyList<SObject> losers, Writer writer)
    {
        if (losers.Count is 0 or > MostLosers || losers.Contains(winner) || losers.Any(loser => loser.Type != winner.Type))
            throw SalesforceProblem.Bad("INVALID_ID_FIELD", $"A merge takes one or two other records of type {winner.Type.Name}.");
        if (winner.IsDeleted)
            throw SalesforceProblem.Deleted();
        foreach (var loser in losers)
        {
            if (loser.IsDeleted)
                throw SalesforceProblem.Deleted();
            Repoint(org, loser, winner, writer);
            org.Editor.Delete(loser, writer, winner.Id);
        }

        org.Editor.Set(winner, writer);
    }

    // What belonged to a loser belongs to the winner: its memberships and its activities.
    private static void Repoint(SalesforceOrg org, SObject loser, SObject winner, Writer writer)
    {
        foreach (var (objectName, field) in new[] { ("CampaignMember", winner.Type.Name + "Id"), ("Task", "WhoId") })
        {
            var table = org.Table(objectName);
            if (table.Type.Find(field) is not (>= 0 and var ordinal))
                continue;
            foreach (var child in table.Having(ordinal, loser.Id).Where(child => !child.IsDeleted).ToList())
                org.Editor.Set(child, writer, (field, winner.Id));
        }
    }
}

namespace CrmMapping;

/// <summary>Moves links from one CRM record to another.</summary>
internal static class LinkMoves
{
    /// <summary>Gives the link as it leads to the survivor of a merge; not at rest, so that it is saved though no value changed.</summary>
    public static ContactLink MovedTo(this ContactLink link, string crmId) => link with { CrmId = crmId, SettledStamp = null };
}

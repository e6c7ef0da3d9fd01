namespace CrmMapping.Pipedrive;

/// <summary>Copies records from one page to another.</summary>
internal static class Records
{
    public static void Copy(CrmRecord from, CrmRecord to)
    {
        to.Id = from.Id;
        to.RequestedId = from.RequestedId;
        to.CreatedAt = from.CreatedAt;
        to.ModifiedAt = from.ModifiedAt;
        to.IsArchived = from.IsArchived;
        for (var ordinal = 0; ordinal < from.Values.Count; ordinal++)
        {
            to.Values.Copy(ordinal, from.Values);
        }
    }
}

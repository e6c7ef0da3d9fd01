namespace CrmMapping.Emulators.Salesforce;

/// <summary>Orders records as those who poll ask for them: by SystemModstamp, then by id.</summary>
internal sealed class StampOrder : IComparer<SObject>
{
    public static readonly StampOrder Instance = new();

    public int Compare(SObject? x, SObject? y)
    {
        var order = x!.SystemModstamp.CompareTo(y!.SystemModstamp);
        return order is not 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }
}

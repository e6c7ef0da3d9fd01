namespace CrmMapping;

/// <summary>Names contacts of either side in one space of names, as the store keeps them.</summary>
internal static class ContactName
{
    public static string Of(SyncSide side, string id) => side == SyncSide.Local ? id : $"crm:{id}";
}

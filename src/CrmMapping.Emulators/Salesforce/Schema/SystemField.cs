namespace CrmMapping.Emulators.Salesforce;

/// <summary>Knows where the fields stand that every object begins with.</summary>
internal static class SystemField
{
    public const int Id = 0;
    public const int IsDeleted = 1;
    public const int CreatedDate = 2;
    public const int CreatedById = 3;
    public const int LastModifiedDate = 4;
    public const int LastModifiedById = 5;
    public const int SystemModstamp = 6;
}

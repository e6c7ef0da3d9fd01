namespace CrmMapping;

/// <summary>Makes mappings that an admin adds.</summary>
internal static class CustomMappings
{
    public static FieldMapping Of(MappingSet code, FieldDescriptor local, FieldDescriptor crm) => new()
    {
        Local = local,
        Crm = crm,
        Category = MappingCategory.Custom,
        Origin = MappingOrigin.Admin,
        Conflict = code.Conflict,
        TargetOrigin = MappingOrigin.Admin,
        DirectionOrigin = MappingOrigin.Admin,
    };
}

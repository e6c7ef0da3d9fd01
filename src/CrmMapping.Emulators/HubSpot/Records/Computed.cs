namespace CrmMapping.Emulators;

/// <summary>Names the properties whose values are computed when read.</summary>
internal enum Computed
{
    None,
    ObjectId,
    Created,
    Modified,
    EmailDomain,
    NationalPhone,
    NationalMobile,
}

namespace CrmMapping.Salesforce;

/// <summary>Names what a field of the object tells about the record itself, whether it is mapped or not.</summary>
internal enum SystemPart
{
    None,
    Id,
    Modified,
    Created,
    Deleted,
    Master,
    Converted,
    ConvertedContact,
}

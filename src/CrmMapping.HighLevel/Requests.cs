namespace CrmMapping.HighLevel;

/// <summary>Names what is asked of HighLevel, for logs and refusals.</summary>
internal static class Requests
{
    public const string Describe = "read custom fields";
    public const string CreateField = "create a custom field";
    public const string ReadLocation = "read the location";
    public const string ReadUsers = "read users";
    public const string Search = "search contacts";
    public const string FindDuplicate = "look up a contact";
    public const string Read = "read a contact";
    public const string Create = "create a contact";
    public const string Update = "update a contact";
    public const string Delete = "delete a contact";
    public const string AddTags = "add tags";
    public const string RemoveTags = "remove tags";
}

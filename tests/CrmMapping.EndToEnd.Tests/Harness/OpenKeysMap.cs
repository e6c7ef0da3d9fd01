namespace CrmMapping.EndToEnd.Tests;

/// <summary>Maps keys that an admin may delete.</summary>
public sealed class OpenKeysMap : ContactMap<Person>
{
    public OpenKeysMap()
    {
        Map(c => c.Phone).To("phone");
        Map(c => c.Email).To("email");
        Map(c => c.FirstName).To("firstname");
    }
}

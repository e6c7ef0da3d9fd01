using CrmMapping;

namespace ReadmeCode;

public sealed class HighLevelContactMap : ContactMap<Contact>
{
    public HighLevelContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("firstName");
    }
}

using CrmMapping;

namespace ReadmeCode;

public sealed class PipedriveContactMap : ContactMap<Contact>
{
    public PipedriveContactMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.Email).To("email").Locked();
        Map(c => c.FirstName).To("first_name");
    }
}

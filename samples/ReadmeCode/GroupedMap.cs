using CrmMapping;

namespace ReadmeCode;

internal sealed class GroupedMap : ContactMap<Contact>
{
    public GroupedMap()
    {
        // <readme:block>
        When(c => c.Country == "US", () =>
        {
            Map(c => c.State).To("state");
            Map(c => c.Newsletter).To("newsletter").AsMarketingConsent();
        });
        // </readme>
    }
}

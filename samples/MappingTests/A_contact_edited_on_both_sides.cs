using CrmMapping;

namespace MappingTests;

// <readme:map-test>
public sealed class A_contact_edited_on_both_sides
{
    [Fact]
    public void Takes_the_crm_value()
    {
        var plan = new MappingScenario<Contact>(new HubSpotContactMap())
            .LastAgreed(c => { c.Phone = "+14155550123"; c.FirstName = "Ada"; })
            .LocalChanges(c => c.FirstName = "Ada L.")
            .CrmChanges("firstname", "Augusta")
            .Plan();

        Assert.Empty(plan.WritesToCrm);
        Assert.Equal("Augusta", plan.WritesToLocal.Single().NewValue);
        Assert.Equal(ConflictWinner.Crm, plan.Conflicts.Single().Winner);
    }
}
// </readme>

using CrmMapping;

namespace MappingTests;

public sealed class A_contact_that_is_new
{
    [Fact]
    public void Comes_from_the_crm_with_every_value_that_may_come_from_there() =>
        new MappingScenario<Contact>(new HubSpotContactMap())
            .OnlyInCrm()
            .CrmChanges("phone", "(415) 555-0123")
            .CrmChanges("hs_lead_status", "NEW")
            .CrmChanges("do_not_call", "true")
            .DefaultPhoneRegion("US")
            .Plan()
            .WritesToLocal.Select(w => $"{w.Field} = {w.NewValue}").Should().Equal(
                "Phone = \"+14155550123\"",
                "Disposition = \"NEW\"");

    [Fact]
    public void Is_not_made_in_the_crm_unless_the_connection_creates_both_ways()
    {
        var local = new MappingScenario<Contact>(new HubSpotContactMap())
            .OnlyLocal()
            .LocalChanges(c => { c.Phone = "+14155550123"; c.FirstName = "Ada"; });

        local.Plan().Should().Be(ContactPlan.Nothing);
        local.ContactCreation(SyncFlow.BothWays).Plan().Kind.Should().Be(PlanKind.CreateInCrm);
    }

    [Fact]
    public void Keeps_what_either_side_knew_when_two_are_linked()
    {
        var plan = new MappingScenario<Contact>(new HubSpotContactMap())
            .FirstLink()
            .LocalChanges(c => { c.Phone = "+14155550123"; c.FirstName = "Ada"; })
            .CrmChanges("phone", "+14155550123")
            .CrmChanges("company", "Engines")
            .Plan();

        plan.WritesToCrm.Should().ContainSingle(w => w.CrmField == "firstname" && w.NewValue == "Ada");
        plan.WritesToLocal.Should().ContainSingle(w => w.Field == "Company" && w.NewValue == "Engines");
    }
}

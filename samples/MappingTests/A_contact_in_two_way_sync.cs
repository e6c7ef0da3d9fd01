using CrmMapping;
using NodaTime;

namespace MappingTests;

public sealed class A_contact_in_two_way_sync
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private readonly MappingScenario<Contact> _ada = new MappingScenario<Contact>(new HubSpotContactMap())
        .LastAgreed(c => { c.Phone = "+14155550123"; c.FirstName = "Ada"; c.Company = "Engines"; });

    [Fact]
    public void Takes_the_crm_value_of_a_name_edited_on_both_sides()
    {
        var plan = _ada
            .LocalChanges(c => c.FirstName = "Ada L.")
            .CrmChanges("firstname", "Augusta")
            .Plan();

        plan.WritesToCrm.Should().BeEmpty();
        plan.WritesToLocal.Should().ContainSingle(w => w.Field == "FirstName" && w.NewValue == "Augusta");
        plan.Conflicts.Single().Winner.Should().Be(ConflictWinner.Crm);
    }

    [Fact]
    public void Takes_the_company_that_was_edited_later()
    {
        var plan = _ada
            .LocalChanges(c => c.Company = "Looms", at: Noon)
            .CrmChanges("company", "Mills", at: Noon - Duration.FromMinutes(1))
            .Plan();

        plan.WritesToCrm.Should().ContainSingle(w => w.CrmField == "company" && w.NewValue == "Looms");
    }

    [Fact]
    public void Never_learns_from_the_crm_whom_not_to_call() =>
        _ada.CrmChanges("do_not_call", "true").Plan().WritesToLocal.Should().BeEmpty();

    [Fact]
    public void Sends_a_tier_as_the_crm_counts_it() =>
        _ada.LocalChanges(c => c with { Tier = Tier.Premium }).Plan()
            .WritesToCrm.Should().ContainSingle(w => w.CrmField == "tier" && w.NewValue == "2");

    [Fact]
    public void Reports_a_tier_that_the_application_does_not_know()
    {
        var plan = _ada.CrmChanges("tier", "3").CrmChanges("firstname", "Augusta").Plan();

        plan.Issues.Should().ContainSingle(i => i.Field == "Tier" && i.Code == IssueCode.NotConvertible);
        plan.WritesToLocal.Should().ContainSingle(w => w.Field == "FirstName");
    }

    [Fact]
    public void Follows_its_owner_to_the_user_that_is_paired_with_him() =>
        _ada.Owner("user-7", "51").CrmChanges("hubspot_owner_id", "51").Plan()
            .WritesToLocal.Should().ContainSingle(w => w.Field == "OwnerId" && w.NewValue == "user-7");
}

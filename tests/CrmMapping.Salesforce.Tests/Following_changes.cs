using NodaTime;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class Following_changes
{
    [Fact, Trait("Rule", "S6")]
    public async Task Gives_again_what_changed_within_the_second_in_which_it_was_read()
    {
        await using var account = await OpenAsync();
        var position = await PresentAsync(account);
        var ada = account.Create("Ada");
        (_, position) = await FollowAsync(account, position);
        account.Emulator.Contacts.Update(ada, "FirstName", "Augusta");

        var (read, _) = await FollowAsync(account, position);

        read.Should().Equal($"{ada}: Ada, Augusta, false");
    }

    [Fact]
    public async Task Gives_a_change_once_when_it_is_older_than_that()
    {
        await using var account = await OpenAsync();
        var position = await PresentAsync(account);
        var ada = account.Create("Ada");
        account.Time.Advance(TimeSpan.FromSeconds(10));

        (var first, position) = await FollowAsync(account, position);
        var (second, _) = await FollowAsync(account, position);

        first.Should().Equal($"{ada}: Ada, false");
        second.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "M6")]
    public async Task Tells_deleted_records_merged_ones_and_converted_leads_apart()
    {
        await using var account = await OpenAsync();
        var (gone, loser, winner, lead) = (account.Create("Gone"), account.Create("Loser"), account.Create("Winner"), account.CreateLead("Lead"));
        account.Time.Advance(TimeSpan.FromHours(1));
        var (contacts, leads) = (await PresentAsync(account), await PresentAsync(account, LeadFields));
        account.Emulator.Contacts.Delete(gone);
        account.Emulator.Contacts.Merge(winner, loser);
        var contact = account.Emulator.Leads.Convert(lead).Id;
        account.Time.Advance(TimeSpan.FromSeconds(10));

        using var page = await account.Session.ReadChangesAsync(Fields, contacts, default);
        using var ofLeads = await account.Session.ReadChangesAsync(LeadFields, leads, default);

        page.Where(record => record.Id != contact).Select(record => (record.Id, record.IsArchived, record.HasValues)).Should().BeEquivalentTo(
            [(gone, true, true), (loser, false, false), (winner, false, true)]);
        ofLeads.Select(record => (record.Id, record.ConvertedInto)).Should().Equal((lead, contact));
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Reads_each_scan_from_before_the_one_before_began()
    {
        await using var account = await OpenAsync();
        var start = ChangePosition.Parse(await PresentAsync(account));
        account.Time.Advance(TimeSpan.FromHours(1));
        var present = account.Time.GetCurrentInstant();

        var (_, position) = await FollowAsync(account, start.ToString());

        var floor = Instant.FromUnixTimeMilliseconds(ChangePosition.Parse(position).Floor);
        (present - floor).TotalSeconds.Should().BeInRange(600, 605);
    }

    [Theory]
    [InlineData("1|5|5|||")]
    [InlineData("1|5|7|003q000000KvQ1tAAF|4|003q000000KvQ1tAAF:3,")]
    public void Keeps_a_position_as_text(string text) => ChangePosition.Parse(text).ToString().Should().Be(text);

    [Fact]
    public async Task Refuses_a_position_that_is_none()
    {
        await using var account = await OpenAsync();

        var read = () => account.Session.ReadChangesAsync(Fields, "yesterday", default);

        (await read.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Refused);
    }

    private static async Task<string> PresentAsync(SalesforceAccount account, CrmFieldSet? fields = null)
    {
        using var page = await account.Session.ReadChangesAsync(fields ?? Fields, null, default);
        return page.Next!;
    }

    private static async Task<(IReadOnlyList<string> Read, string Position)> FollowAsync(SalesforceAccount account, string position)
    {
        using var page = await account.Session.ReadChangesAsync(Fields, position, default);
        return (Shown(page, Fields), page.Next!);
    }
}

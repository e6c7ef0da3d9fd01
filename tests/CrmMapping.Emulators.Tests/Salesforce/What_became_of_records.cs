using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class What_became_of_records : SalesforceTests
{
    [Fact]
    public async Task Is_seen_in_queries_of_deleted_and_merged_ones()
    {
        var (winner, loser, gone, kept) = (Contact("Winner"), Contact("Loser"), Contact("Gone"), Contact("Kept"));
        var campaign = Emulator.Views.AddCampaign("Spring", loser);
        Time.Advance(Duration.FromSeconds(5));
        Emulator.Contacts.Merge(winner, loser);
        Emulator.Contacts.Delete(gone);

        var all = await QueryAll("SELECT Id, IsDeleted, MasterRecordId FROM Contact WHERE SystemModstamp > 2026-11-02T15:00:00Z ORDER BY Id");
        var merged = await QueryAll("SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true AND MasterRecordId != null");

        Column(await Query("SELECT Id FROM Contact ORDER BY Id"), "Id").Should().Equal(winner, kept);
        all["records"]!.AsArray().Select(one => ((string)one!["Id"]!, (bool)one["IsDeleted"]!, (string?)one["MasterRecordId"])).Should().Equal(
            (winner, false, null), (loser, true, winner), (gone, true, null));
        Column(merged, "MasterRecordId").Should().Equal(winner);
        Column(await Query($"SELECT ContactId FROM CampaignMember WHERE CampaignId = '{campaign}'"), "ContactId").Should().Equal(winner);
    }

    [Fact]
    public async Task Is_told_by_span_of_time()
    {
        var (early, changed, gone) = (Contact("Early"), Contact("Changed"), Contact("Gone"));
        Time.Advance(Duration.FromMinutes(10));
        Emulator.Contacts.Touch(changed);
        Emulator.Contacts.Delete(gone);
        Time.Advance(Duration.FromMinutes(5));

        var updated = await Span("updated", "2026-11-02T15:05:59+00:00", "2026-11-02T15:14:00+00:00");
        var deleted = await Span("deleted", "2026-11-02T15:05:00Z", "2026-11-02T16:00:00Z");
        var first = await Span("updated", "2026-11-02T15:00:00Z", "2026-11-02T15:05:00Z");

        updated.Body!.ToJsonString().Should().Be($$"""{"ids":["{{changed}}"],"latestDateCovered":"2026-11-02T15:14:00.000\u002B0000"}""");
        deleted.Body!.ToJsonString().Should().Be($$"""{"deletedRecords":[{"deletedDate":"2026-11-02T15:10:00.000\u002B0000","id":"{{gone}}"}],"earliestDateAvailable":"2026-10-18T15:15:00.000\u002B0000","latestDateCovered":"2026-11-02T15:15:00.000\u002B0000"}""");
        first["ids"]!.AsArray().Select(id => (string?)id).Should().Equal(early);
    }

    [Theory]
    [InlineData("updated", "2026-11-02T14:59:30Z", "2026-11-02T15:00:59Z")]
    [InlineData("updated", "2026-10-03T14:00:00Z", "2026-11-02T15:00:00Z")]
    [InlineData("deleted", "2026-10-18T14:00:00Z", "2026-11-02T15:00:00Z")]
    [InlineData("updated", "yesterday", "2026-11-02T15:00:00Z")]
    public async Task Is_not_told_of_a_span_too_short_or_too_long_ago(string what, string start, string end)
    {
        var refused = await Span(what, start, end);

        (refused.Status, Code(refused)).Should().Be((HttpStatusCode.BadRequest, "INVALID_REPLICATION_DATE"));
    }

    [Fact]
    public async Task Shows_late_under_an_earlier_time_after_a_long_transaction()
    {
        var (late, last) = (Contact("Late"), Contact("Last"));
        Time.Advance(Duration.FromMinutes(5));
        Emulator.Contacts.Update(last, "Phone", "1");
        Emulator.Contacts.Update(late, "Phone", "2");
        Emulator.Contacts.Touch(late, Duration.FromMinutes(4));

        var rows = await Query("SELECT Id, SystemModstamp FROM Contact WHERE Phone != null ORDER BY SystemModstamp, Id");

        rows["records"]!.AsArray().Select(row => ((string?)row!["Id"], (string?)row["SystemModstamp"])).Should().Equal(
            (late, "2026-11-02T15:01:00.000+0000"), (last, "2026-11-02T15:05:00.000+0000"));
    }

    [Fact]
    public async Task Ends_in_the_bin_after_15_days_or_when_it_is_emptied()
    {
        var (old, young, back) = (Contact("Old"), Contact("Young"), Contact("Back"));
        Emulator.Contacts.Delete(old);
        Emulator.Contacts.Delete(back);
        Time.Advance(Duration.FromDays(1));
        Emulator.Contacts.Delete(young);
        Emulator.Contacts.Undelete(back);
        Time.Advance(Duration.FromDays(14));

        var purged = await QueryAll("SELECT LastName FROM Contact ORDER BY LastName");
        Emulator.EmptyRecycleBin();
        var emptied = await QueryAll("SELECT LastName FROM Contact");
        var deleted = await Span("deleted", "2026-11-10T15:00:00Z", "2026-11-17T15:00:00Z");

        Column(purged, "LastName").Should().Equal("Back", "Young");
        Column(emptied, "LastName").Should().Equal("Back");
        ((string)deleted["earliestDateAvailable"]!).Should().Be("2026-11-17T15:00:00.000+0000");
        (await Get($"{Contacts}/{old}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Follows_from_what_became_of_their_account()
    {
        var bakery = Emulator.Records("Account").Create([new("Name", "Bluebird Bakery")]).Id;
        var (theirs, other) = (Contact("Theirs", ("AccountId", bakery)), Contact("Other"));

        var campaign = Emulator.Views.AddCampaign("Spring", theirs, other);
        var before = Contact("Before", ("AccountId", bakery));
        Emulator.Contacts.Delete(before);
        Time.Advance(Duration.FromSeconds(1));

        await Delete($"{Data}/sobjects/Account/{bakery}");
        var left = Emulator.Contacts.All.Select(contact => contact.Id).ToList();
        var members = Column(await Query($"SELECT ContactId FROM CampaignMember WHERE CampaignId = '{campaign}'"), "ContactId");
        Emulator.Records("Account").Undelete(bakery);

        left.Should().Equal(other);
        members.Should().Equal(other);
        Emulator.Contacts.All.Select(contact => contact.Id).Should().Equal(theirs, other);
        Column(await Query("SELECT ContactId FROM CampaignMember ORDER BY Id"), "ContactId").Should().Equal(theirs, other);
    }

    private Task<Reply> Span(string what, string start, string end) =>
        Get($"{Contacts}/{what}/?start={Uri.EscapeDataString(start)}&end={Uri.EscapeDataString(end)}");
}

using NodaTime;

namespace CrmMapping.Aloware.Tests;

public sealed class An_event_of_a_contact
{
    private static readonly DateTimeZone Denver = DateTimeZoneProviders.Tzdb["America/Denver"];

    // Past midnight in UTC, still the day before in Denver.
    private static readonly Instant Call = Instant.FromUtc(2026, 11, 24, 5, 26, 16) + Duration.FromMilliseconds(250);

    [Theory]
    [InlineData("America/Denver", "2026-11-23", "22:26:16-07:00")]
    [InlineData("Asia/Kolkata", "2026-11-24", "10:56:16+05:30")]
    [InlineData("Etc/UTC", "2026-11-24", "05:26:16+00:00")]
    [Trait("Rule", "E7")]
    public void Is_written_as_date_time_of_day_and_instant_of_the_account_s_zone(string zone, string date, string time)
    {
        var plan = new MappingScenario<AlowareContact>(new AlowareHubSpotMap(), Shipped.HubSpotTraits)
            .LastAgreed(c => c.PhoneNumber = "+14155550123")
            .LocalChanges(c => c.LastInboundCallAt = Call.InZone(DateTimeZoneProviders.Tzdb[zone]).ToOffsetDateTime())
            .Plan();

        plan.WritesToCrm.Select(write => (write.CrmField, write.NewValue.Text)).Should().Equal(
            ("aloware_last_inbound_call_date", date),
            ("aloware_last_inbound_call_date_time", "2026-11-24T05:26:16.25Z"),
            ("aloware_last_inbound_call_time", time));
    }

    [Fact, Trait("Rule", "E7")]
    public void Reaches_Salesforce_as_text_with_its_offset()
    {
        var plan = new MappingScenario<AlowareContact>(new AlowareSalesforceMap())
            .LastAgreed(c => c.PhoneNumber = "+14155550123")
            .LocalChanges(c => c.LastOutboundTextMessageAt = new LocalDateTime(2026, 11, 23, 8, 33, 16).WithOffset(Offset.FromHours(-7)))
            .Plan();

        plan.WritesToCrm.Select(write => (write.CrmField, write.NewValue.Text)).Should().Equal(
            ("Aloware_Last_Outbound_Text_Message_Date__c", "2026-11-23"),
            ("Aloware_Last_Outbound_Message_Time__c", "08:33:16-07:00"));
    }

    [Fact]
    public void Keeps_its_date_and_time_of_day_when_the_offset_changes_in_spring_and_autumn()
    {
        var contact = new AlowareContact { LastOutboundCallAt = Instant.FromUtc(2026, 7, 1, 5, 59, 59).InZone(Denver).ToOffsetDateTime() };

        contact.LastOutboundCallDate.Should().Be(new LocalDate(2026, 6, 30));
        contact.LastOutboundCallTime.Should().Be(new OffsetTime(new LocalTime(23, 59, 59), Offset.FromHours(-6)));
    }

    [Fact]
    public void Is_nothing_where_it_never_happened() =>
        new AlowareContact().Should().BeEquivalentTo(new
        {
            LastInboundCallDate = (LocalDate?)null,
            LastInboundCallTime = (OffsetTime?)null,
            LastOutboundTextMessageDate = (LocalDate?)null,
            LastOutboundTextMessageTime = (OffsetTime?)null,
        });

    [Theory, Trait("Rule", "D2")]
    [InlineData(SyncFlow.BothWays, null, "aloware_do_not_call", "aloware_total_inbound_calls")]
    [InlineData(SyncFlow.BothWays, SyncFlow.FromCrm, "aloware_do_not_call")]
    [InlineData(SyncFlow.FromCrm, null)]
    [InlineData(SyncFlow.FromCrm, SyncFlow.BothWays, "aloware_total_inbound_calls")]
    public void Is_sent_under_activity_tracking_and_compliance_under_updates(SyncFlow updates, SyncFlow? tracking, params string[] sent)
    {
        var scenario = new MappingScenario<AlowareContact>(new AlowareHubSpotMap(), Shipped.HubSpotTraits)
            .ContactUpdate(updates)
            .LastAgreed(c => c.PhoneNumber = "+14155550123")
            .LocalChanges(c =>
            {
                c.DoNotCall = true;
                c.TotalInboundCalls = 1;
            });
        if (tracking is { } flow)
        {
            scenario.ActivityTracking(flow);
        }

        scenario.Plan().WritesToCrm.Select(write => write.CrmField).Should().Equal(sent);
    }
}

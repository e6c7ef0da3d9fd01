using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Aircall.Tests.AircallCompany;

namespace CrmMapping.Aircall.Tests;

public sealed class Webhooks_in_any_order
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Say_in_the_end_what_the_api_says_of_each_call(long seed)
    {
        await using var company = await OpenAsync(settings => settings with { Seed = seed });
        await using var hook = await Hook.StartAsync(company);
        var tags = new[] { company.Emulator.Tags.Add("bad call"), company.Emulator.Tags.Add("sold") };
        company.Emulator.Calls.Generate(40, seed);
        foreach (var call in company.Emulator.Calls.All.Where(static call => call.Id % 3 == 0))
        {
            // A second apart, as two descriptions of one second have no order.
            company.Time.Advance(TimeSpan.FromSeconds(61));
            company.Emulator.Calls.Tag(call.Id, tags[0].Id, tags[1].Id);
            company.Time.Advance(TimeSpan.FromSeconds(1));
            company.Emulator.Calls.Untag(call.Id, tags[0].Id);
        }

        company.Time.Advance(TimeSpan.FromSeconds(60));
        company.Emulator.Webhooks.DuplicateNext(30);
        await company.Emulator.Webhooks.DeliverAsync();

        var known = hook.Calls.GroupBy(static call => call.Id).Select(static told => told.Aggregate(PhoneCall.Merge));
        var asked = await company.ReadCallsAsync(company.Time.GetCurrentInstant() - Duration.FromDays(1));
        known.Select(Comparable).Should().BeEquivalentTo(asked.Select(Comparable), "the seed is {0}", seed);
    }

    [Fact]
    public async Task Never_log_a_call_as_missed_whose_caller_leaves_a_message()
    {
        await using var company = await OpenAsync();
        await using var hook = await Hook.StartAsync(company);
        var call = company.Emulator.Calls.Start(new AircallPlay { LeavesVoicemail = true });
        company.Time.Advance(TimeSpan.FromSeconds(20));
        company.Emulator.Calls.HangUp(call.Id);

        await company.Emulator.Webhooks.DeliverAsync();
        var early = hook.Calls.Select(static told => told.Situation).ToList();
        company.Time.Advance(TimeSpan.FromSeconds(30));
        await company.Emulator.Webhooks.DeliverAsync();

        early.Should().HaveCount(3).And.OnlyContain(static situation => situation == null);
        hook.Calls.Aggregate(PhoneCall.Merge).Situation.Should().Be(CallSituation.InboundVoicemail);
    }

    // Only webhooks write a line by E.164, and when something was told is not what was told.
    private static PhoneCall Comparable(PhoneCall call) => call with { LineNumber = null, ToldAt = default };
}

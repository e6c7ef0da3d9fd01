using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Aircall.Tests.AircallCompany;

namespace CrmMapping.Aircall.Tests;

public sealed class A_company_with_a_limit
{
    [Fact, Trait("Rule", "S4")]
    public async Task Is_never_asked_too_often()
    {
        await using var company = await OpenAsync(static settings => settings with { RequestsPerMinute = 60 });

        for (var i = 0; i < 200; i++)
        {
            await company.Session.ReadTagsAsync(default);
        }

        company.Emulator.Requests.ByStatus.Should().Equal(new Dictionary<int, int> { [200] = 200 });
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Shares_one_budget_among_its_sessions()
    {
        await using var company = await OpenAsync(static settings => settings with { RequestsPerMinute = 10 }, static options => options.RequestsPerMinute = 10);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => company.Open(company.Key).ReadTagsAsync(default)));

        company.Emulator.Requests.ByStatus.Should().Equal(new Dictionary<int, int> { [200] = 30 });
    }

    [Fact, Trait("Rule", "S4")]
    public async Task Waits_for_the_next_minute_when_others_used_this_one_up()
    {
        await using var company = await OpenAsync();
        company.Emulator.SpendRequests(120);
        var before = company.Time.GetCurrentInstant();

        await company.Session.ReadTagsAsync(default);

        (company.Time.GetCurrentInstant() - before).Should().Be(Duration.FromMinutes(1));
        company.Emulator.Requests.Count.Should().Be(2);
    }

    [Theory, Trait("Rule", "S4")]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("X-AircallApi-Reset", "1780315209", 9)]
    [InlineData("X-AircallApi-Reset", "1780315209000", 9)]
    [InlineData("X-AircallApi-Reset", "1780315100", 60)]
    [InlineData("X-AircallApi-Reset", "soon", 60)]
    [InlineData("X-Other", "1", 60)]
    public async Task Waits_as_long_as_it_is_told(string header, string value, int seconds)
    {
        await using var company = await OpenAsync();
        company.Emulator.Faults.Next(new FaultAnswer
        {
            Status = 429, Body = """{"message":"Too Many Requests"}""", Headers = new Dictionary<string, string> { [header] = value },
        });
        var before = company.Time.GetCurrentInstant();

        await company.Session.ReadTagsAsync(default);

        (company.Time.GetCurrentInstant() - before).Should().Be(Duration.FromSeconds(seconds));
    }

    [Fact]
    public async Task Says_when_it_goes_on_where_the_wait_is_longer_than_anybody_waits()
    {
        await using var company = await OpenAsync();
        company.Emulator.Faults.Next(new FaultAnswer
        {
            Status = 429, Body = "{}", Headers = new Dictionary<string, string> { ["Retry-After"] = "7200" },
        });

        (await company.Session.Invoking(static session => session.ReadTagsAsync(default)).Should().ThrowAsync<CrmException>())
            .Which.Message.Should().StartWith("Acme: ").And.Contain("2026-06-01T14:00:00Z");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Gives_whole_answers_through_any_trouble(long seed)
    {
        await using var company = await OpenAsync(settings => settings with { Seed = seed, LimitsEnabled = false }, static options => options.RequestTimeout = TimeSpan.FromMinutes(6));
        company.Emulator.Calls.Generate(300, seed);
        company.Emulator.Faults.Plan = FaultPlan.Share(0.3) with { Hang = 0, LostAnswer = 0.05, Limit = 20 };

        var calls = await company.ReadCallsAsync(company.Time.GetCurrentInstant() - Duration.FromDays(2));

        calls.Select(static call => call.Id).Distinct().Should().HaveCount(300, "the seed is {0}", seed);
    }
}

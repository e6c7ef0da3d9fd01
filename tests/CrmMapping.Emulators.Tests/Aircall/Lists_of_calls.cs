using System.Net;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Aircall;

public sealed class Lists_of_calls : AircallTests
{
    protected override AircallEmulatorOptions Options => new() { LimitsEnabled = false, Tags = [new(678, "Demo booked"), new(679, "VIP")] };

    [Fact]
    public async Task Come_in_pages_that_lead_to_each_other()
    {
        var ids = Enumerable.Range(0, 45).Select(number => Played(Duration.FromMinutes(100 - number))).ToList();

        var first = await Get($"{Calls}?order=asc");
        var second = await Get((string)first["meta"]!["next_page_link"]!);
        var third = await Get((string)second["meta"]!["next_page_link"]!);

        ids.Should().Equal([.. Ids(first), .. Ids(second), .. Ids(third)]);
        Shows(first["meta"], $$"""
            {"count":20,"total":45,"current_page":1,"per_page":20,"next_page_link":"{{Emulator.BaseAddress}}v1/calls?page=2&order=asc","previous_page_link":null}
            """);
        third["meta"]!["next_page_link"].Should().BeNull();
        ((string?)third["meta"]!["previous_page_link"]).Should().Contain("page=2");
    }

    [Theory]
    [InlineData("order=desc", 1, 2, 3, 4)]
    [InlineData("order=asc", 4, 3, 2, 1)]
    [InlineData("from=-2h", 2, 1)]
    [InlineData("to=-2h", 4, 3, 2)]
    [InlineData("from=-3h&to=-2h&order=desc", 2, 3)]
    [InlineData("per_page=2&page=2", 2, 1)]
    [InlineData("per_page=500", 4, 3, 2, 1)]
    public async Task Are_narrowed_and_ordered_by_when_calls_began(string query, params int[] hours)
    {
        var ids = new[] { 3, 1, 4, 2 }.ToDictionary(static ago => ago, ago => Played(Duration.FromHours(ago)));
        foreach (var ago in ids.Keys)
            query = query.Replace($"-{ago}h", $"{(Now - Duration.FromHours(ago)).ToUnixTimeSeconds()}");

        Ids(await Get($"{Calls}?{query}")).Should().Equal(hours.Select(ago => ids[ago]));
    }

    [Theory]
    [InlineData("order=up")]
    [InlineData("from=yesterday")]
    [InlineData("page=-1")]
    public async Task Refuse_what_makes_no_sense(string query) => (await Get($"{Calls}?{query}")).Status.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Reach_back_six_months_and_a_call_by_its_id_for_ever()
    {
        var old = Played(Duration.FromDays(190));
        var young = Played(Duration.FromDays(170));

        Ids(await Get($"{Calls}?from=0")).Should().Equal(young);
        (await Get($"{Calls}/{old}")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task End_at_ten_thousand_though_there_are_more()
    {
        for (var i = 0; i < 10_001; i++)
            Played(Duration.FromMinutes(20_000 - i));

        var last = await Get($"{Calls}?per_page=50&page=200");
        var beyond = await Get($"{Calls}?per_page=50&page=201");

        (Ids(last).Count, (int)last["meta"]!["total"]!, last["meta"]!["next_page_link"]).Should().Be((50, 10_001, null));
        beyond.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Are_searched_by_direction_user_number_and_all_of_some_tags()
    {
        var sam = Emulator.Users.Add("sam@example.com", "Sam Rivers");
        var both = Emulator.Calls.Play(new AircallPlay { Talks = Duration.FromSeconds(5), TagsInWrapUp = [678, 679] }).Id;
        var one = Emulator.Calls.Play(new AircallPlay { Direction = AircallDirection.Outbound, Number = "+1 800-123-4567", User = sam, TagsInWrapUp = [678] }).Id;

        (await Search("direction=inbound")).Should().Equal(both);
        (await Search($"user_id={sam.Id}")).Should().Equal(one);
        (await Search("phone_number=%2B18001234567")).Should().Equal(one);
        (await Search("tags[]=678")).Should().BeEquivalentTo([both, one]);
        (await Search("tags[]=678&tags[]=679")).Should().Equal(both);
        (await Get($"{Calls}/search?tags[]=678,679")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Are_invented_alike_for_a_seed()
    {
        await using var other = await AircallEmulator.StartAsync(new AircallEmulatorOptions { Clock = Time, Tags = Options.Tags });
        Emulator.Calls.Generate(60, 5);
        other.Calls.Generate(60, 5);

        Emulator.Calls.All.Should().BeEquivalentTo(other.Calls.All);
        Emulator.Calls.All.Select(static call => (call.Direction, call.AnsweredAt is not null, call.HasVoicemail)).Distinct().Should().HaveCount(5);
        Emulator.Calls.All.Should().Contain(static call => call.Tags.Count > 0);
    }

    private long Played(Duration ago) => Emulator.Calls.Play(new AircallPlay { StartedAt = Now - ago }).Id;

    private async Task<IReadOnlyList<long>> Search(string query) => Ids(await Get($"{Calls}/search?{query}"));
}

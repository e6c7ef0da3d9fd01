using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class Lists_of_persons : PipedriveTests
{
    [Theory]
    [InlineData("")]
    [InlineData("&sort_by=id")]
    [InlineData("&sort_by=update_time")]
    [InlineData("&sort_by=add_time&sort_direction=desc")]
    [InlineData("&sort_by=update_time&sort_direction=desc")]
    public async Task Come_in_pages_that_miss_nobody_and_repeat_nobody(string sort)
    {
        var ids = new List<long>();
        for (var i = 0; i < 25; i++)
        {
            ids.Add(Person($"Person {i}"));
            Time.Advance(Duration.FromMilliseconds(300));
        }

        var pages = await Pages($"{Persons}?limit=10{sort}");

        pages.Select(page => page.Count).Should().Equal(10, 10, 5);
        pages.SelectMany(page => page).Should().Equal(sort.EndsWith("desc", StringComparison.Ordinal) ? Enumerable.Reverse(ids) : ids);
    }

    [Fact]
    public async Task Take_in_the_second_since_when_and_leave_out_the_one_until()
    {
        var (first, second, third) = (Person("A"), Later("B"), Later("C"));

        var since = await Get($"{Persons}?updated_since=2026-11-02T15:00:01Z&sort_by=update_time");
        var until = await Get($"{Persons}?updated_until=2026-11-02T15:00:01Z");
        var between = await Get($"{Persons}?updated_since=2026-11-02T16:00:01%2B01:00&updated_until=2026-11-02T15:00:02Z");

        Ids(since).Should().Equal(second, third);
        Ids(until).Should().Equal(first);
        Ids(between).Should().Equal(second);
    }

    [Fact]
    public async Task Move_a_changed_person_to_the_end_by_time_of_update()
    {
        var (first, second) = (Person("A"), Later("B"));
        Time.Advance(Duration.FromSeconds(1));
        Emulator.Persons.Update(first, "name", "A A");

        Ids(await Get($"{Persons}?sort_by=update_time")).Should().Equal(second, first);
    }

    [Fact]
    public async Task Narrow_by_ids_owner_and_organization()
    {
        var owner = Emulator.Users.Add("lee@example.com", "Lee Ng").Id;
        var (first, second) = (Person("A"), Person("B", ("owner_id", $"{owner}")));
        var third = (long)(await Post(Persons, new { name = "C", org_id = 12 }))["data"]!["id"]!;

        Ids(await Get($"{Persons}?ids={third},{first},999999,{first}")).Should().Equal(first, third);
        Ids(await Get($"{Persons}?owner_id={owner}")).Should().Equal(second);
        Ids(await Get($"{Persons}?org_id=12")).Should().Equal(third);
        Ids(await Get($"{Persons}?deal_id=1")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("limit=0", HttpStatusCode.BadRequest)]
    [InlineData("limit=501", HttpStatusCode.BadRequest)]
    [InlineData("sort_by=name", HttpStatusCode.BadRequest)]
    [InlineData("sort_direction=up", HttpStatusCode.BadRequest)]
    [InlineData("owner_id=me", HttpStatusCode.BadRequest)]
    [InlineData("ids=a", HttpStatusCode.BadRequest)]
    [InlineData("updated_since=2026-11-02", HttpStatusCode.BadRequest)]
    [InlineData("updated_since=2026-11-02T15:00:00.000Z", HttpStatusCode.BadRequest)]
    [InlineData("cursor=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("cursor=aWQgRmFsc2V8MHx4", HttpStatusCode.BadRequest)]
    [InlineData("cursor=aWQgRmFsc2V8MHw5OTk5OTk5OTk5OTk5OTk5OTk5OTk5", HttpStatusCode.BadRequest)]
    [InlineData("filter_id=3", HttpStatusCode.NotFound)]
    public async Task Are_refused_when_asked_for_what_cannot_be(string query, HttpStatusCode status)
    {
        (await Get($"{Persons}?{query}")).Status.Should().Be(status);
    }

    [Fact]
    public async Task Are_refused_for_a_cursor_of_another_order_and_for_too_many_ids_or_keys()
    {
        Person("A");
        Person("B");
        var next = (string)(await Get($"{Persons}?limit=1"))["additional_data"]!["next_cursor"]!;

        (await Get($"{Persons}?sort_by=update_time&cursor={Uri.EscapeDataString(next)}")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Get($"{Persons}?ids={string.Join(',', Enumerable.Range(1, 101))}")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Get($"{Persons}?custom_fields={string.Join(',', Enumerable.Range(1, 16))}")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Take_fractions_of_a_second_where_a_company_does()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { RefusesFractionsOfSeconds = false });

        (await Get($"{emulator.BaseAddress}api/v2/persons?updated_since=2026-11-02T15:00:00.000Z")).Status.Should().Be(HttpStatusCode.OK);
    }

    private long Later(string name)
    {
        Time.Advance(Duration.FromSeconds(1));
        return Person(name);
    }

    private async Task<List<IReadOnlyList<long>>> Pages(string path)
    {
        List<IReadOnlyList<long>> pages = [];
        string? next = null;
        do
        {
            pages.Count.Should().BeLessThan(4);
            var page = await Get(next is null ? path : $"{path}&cursor={Uri.EscapeDataString(next)}");
            pages.Add(Ids(page));
            next = (string?)page["additional_data"]!["next_cursor"];
        }
        while (next is not null);
        return pages;
    }
}

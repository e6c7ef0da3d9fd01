using System.Net;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class The_people_of_a_location : HighLevelTests
{
    private string SearchPath => $"/users/search?companyId={Options.CompanyId}&locationId={Location}";

    [Fact]
    public async Task Are_searched_by_company_location_words_and_ids()
    {
        var (lee, sam) = (Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id, Emulator.Users.Add("sam@example.com", "Sam", "Rivers").Id);

        var all = await Get(SearchPath);
        var byWord = await Get($"{SearchPath}&query=RIVERS");
        var byIds = await Get($"{SearchPath}&ids={lee},nobody");
        var second = await Get($"{SearchPath}&skip=1&limit=1");

        ((int)all["count"]!, (int)second["count"]!).Should().Be((2, 2));
        Ids(byWord).Should().Equal(sam);
        Ids(byIds).Should().Equal(lee);
        Ids(second).Should().Equal(sam);
        var user = all["users"]![0]!;
        ((string?)user["name"], (string?)user["email"], (bool)user["deleted"]!).Should().Be(("Lee Ng", "lee@example.com", false));
        user["roles"]!["locationIds"]!.ToJsonString().Should().Be($"""["{Location}"]""");
    }

    [Fact]
    public async Task Are_searched_with_the_company_only() =>
        Messages(await Get($"/users/search?locationId={Location}")).Should().Contain(message => message.Contains("companyId"));

    [Fact]
    public async Task Come_twenty_five_at_a_time()
    {
        for (var number = 0; number < 30; number++)
            Emulator.Users.Add($"u{number}@example.com", "U", $"{number}");

        var page = await Get(SearchPath);

        (Ids(page).Count, (int)page["count"]!).Should().Be((25, 30));
    }

    [Fact]
    public async Task Are_read_one_by_one_also_after_they_left()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id;
        Emulator.Users.Delete(lee);

        var (read, listed, unknown) = (await Get($"/users/{lee}"), await Get($"/users/?locationId={Location}"), await Get("/users/nobody"));

        ((string?)read["email"], (bool)read["deleted"]!, unknown.Status).Should().Be(("lee@example.com", true, HttpStatusCode.NotFound));
        Ids(listed).Should().BeEmpty();
        Ids(await Get(SearchPath)).Should().BeEmpty();
    }

    [Fact]
    public async Task Are_found_by_address_by_an_agency_alone()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id;
        Emulator.Users.Add("sam@example.com", "Sam", "Rivers");
        var body = new { companyId = Options.CompanyId, emails = "LEE@example.com, nobody@example.com" };
        var refused = await Post("/users/search/filter-by-email", body);
        UseToken(Emulator.Tokens.IssueAgencyAccessToken());

        var found = await Post("/users/search/filter-by-email", body);
        var whole = await Post("/users/search/filter-by-email", new { body.companyId, body.emails, projection = "all" });

        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        found["users"]!.ToJsonString().Should().Be($$"""[{"id":"{{lee}}","email":"lee@example.com"}]""");
        ((string?)whole["users"]![0]!["name"]).Should().Be("Lee Ng");
    }

    [Fact]
    public async Task Of_other_locations_are_found_in_the_company_alone()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id;
        Emulator.Users.TakeOutOfLocation(lee);

        Ids(await Get(SearchPath)).Should().BeEmpty();
        Ids(await Get($"/users/search?companyId={Options.CompanyId}")).Should().Equal(lee);
    }

    private static new IReadOnlyList<string?> Ids(Reply found) => [.. found["users"]!.AsArray().Select(user => (string?)user!["id"])];
}

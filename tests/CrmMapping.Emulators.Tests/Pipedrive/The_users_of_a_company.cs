using System.Net;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class The_users_of_a_company : PipedriveTests
{
    [Theory]
    [InlineData("/api/v1/users")]
    [InlineData("/v1/users")]
    public async Task Are_listed_on_the_paths_of_both_hosts(string path)
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee Ng");
        Emulator.Users.Deactivate(lee.Id);

        var users = await Get(path);

        Shows(users.Body, $$$"""
            {"success":true,"data":[
              {"id":4400,"name":"Admin","email":"admin@example.com","activated":true,"active_flag":true,"is_deleted":false,"is_you":true,"timezone_name":"Europe/Berlin","timezone_offset":"+01:00","role_id":1},
              {"id":{{{lee.Id}}},"name":"Lee Ng","email":"lee@example.com","activated":false,"active_flag":false,"is_deleted":false,"is_you":false,"timezone_name":"Europe/Berlin","timezone_offset":"+01:00","role_id":1}]}
            """);
    }

    [Fact]
    public async Task Include_the_one_who_asks_and_its_company()
    {
        var me = (await Get("/api/v1/users/me"))["data"]!;

        ((long)me["id"]!, (bool)me["is_you"]!, (long)me["company_id"]!, (string?)me["company_domain"]).Should().Be((4400, true, 770011, "acme-sandbox"));
    }

    [Fact]
    public async Task Are_found_by_address_whole_and_by_name_in_part()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee Ng").Id;

        Ids(await Get("/api/v1/users/find?term=LEE@example.com&search_by_email=1")).Should().Equal(lee);
        Ids(await Get("/api/v1/users/find?term=lee@example&search_by_email=1")).Should().BeEmpty();
        Ids(await Get("/api/v1/users/find?term=ng")).Should().Equal(lee);
        (await Get("/api/v1/users/find")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Are_read_one_by_one_and_own_nothing_new_once_they_left()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee Ng").Id;
        var kept = Person("Ines Falk", ("owner_id", $"{lee}"));
        Emulator.Users.Delete(lee);

        var read = await Get($"/api/v1/users/{lee}");
        var refused = await Post(Persons, new { name = "Jan", owner_id = lee });

        ((bool)read["data"]!["active_flag"]!, (bool)read["data"]!["is_deleted"]!).Should().Be((false, true));
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        ((long)(await Get($"{Persons}/{kept}"))["data"]!["owner_id"]!).Should().Be(lee);
        (await Get("/api/v1/users/999")).Status.Should().Be(HttpStatusCode.NotFound);
    }
}

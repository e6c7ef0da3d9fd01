using System.Net;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class The_fields_of_a_company : PipedriveTests
{
    protected override PipedriveEmulatorOptions Options => new()
    {
        Fields = [new("Tier", "enum") { Code = Tier, Options = [new(31, "Gold"), new(32, "Silver")] }],
    };

    [Fact]
    public async Task Are_listed_in_pages_system_ones_first()
    {
        var first = await Get($"{Fields}?limit=13");
        var second = await Get($"{Fields}?limit=13&cursor={Uri.EscapeDataString((string)first["additional_data"]!["next_cursor"]!)}");

        first["data"]!.AsArray().Select(field => (string?)field!["field_code"]).Should().StartWith("name").And.Contain(["phone", "email", "owner_id"]);
        Shows(second.Body, """
            {"success":true,"data":[{"field_name":"Tier","field_code":"0f0e0d0c0b0a09080706050403020100ffeeddcc","description":null,"field_type":"enum",
             "options":[{"id":31,"label":"Gold"},{"id":32,"label":"Silver"}],"subfields":null,"is_custom_field":true,"is_optional_response_field":false}],
             "additional_data":{"next_cursor":null}}
            """);
    }

    [Fact]
    public async Task Are_created_renamed_and_deleted()
    {
        var created = await Post(Fields, """{"field_name":"Line type","field_type":"set","options":[{"label":"Wireless"},{"label":"Landline"}]}""");
        var code = (string)created["data"]!["field_code"]!;
        var renamed = await Patch($"{Fields}/{code}", new { field_name = "Line" });
        var read = await Get($"{Fields}/{code}");
        var deleted = await Delete($"{Fields}/{code}");

        code.Should().MatchRegex("^[0-9a-f]{40}$");
        Shows(created["data"]!["options"], """[{"id":33,"label":"Wireless"},{"id":34,"label":"Landline"}]""");
        ((string?)renamed["data"]!["field_name"], (string?)read["data"]!["field_name"]).Should().Be(("Line", "Line"));
        (deleted.Status, (await Get($"{Fields}/{code}")).Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Have_other_codes_in_another_company_and_never_the_same_twice()
    {
        await using var other = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { Seed = 2 });
        var codes = new List<string> { Emulator.Fields.Add("Line", "varchar").Code, Emulator.Fields.Add("Line", "varchar").Code, other.Fields.Add("Line", "varchar").Code };
        Emulator.Fields.Remove(codes[0]);
        codes.Add(Emulator.Fields.Add("Line", "varchar").Code);

        codes.Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"field_name":5,"field_type":"text"}""")]
    [InlineData("""{"field_name":"Flag","field_type":"boolean"}""")]
    [InlineData("""{"field_name":"Flag","field_type":"enum"}""")]
    [InlineData("""{"field_name":"Flag","field_type":"enum","options":["Yes"]}""")]
    [InlineData("""{"field_name":"Flag","field_type":"enum","options":[{"label":""}]}""")]
    [InlineData("""{"field_name":"Flag","field_type":"text","options":[{"label":"Yes"}]}""")]
    public async Task Are_not_created_from_what_they_cannot_be(string body)
    {
        var before = Emulator.Fields.All.Count;

        (await Post(Fields, body)).Status.Should().Be(HttpStatusCode.BadRequest);

        Emulator.Fields.All.Should().HaveCount(before);
    }

    [Fact]
    public async Task Keep_code_and_type_for_ever_and_system_ones_their_names()
    {
        (await Patch($"{Fields}/{Tier}", new { field_type = "set" })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Patch($"{Fields}/{Tier}", "{}")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Patch($"{Fields}/phone", new { field_name = "Telephone" })).Status.Should().Be(HttpStatusCode.Forbidden);
        (await Delete($"{Fields}/phone")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_lose_and_rename_options_all_or_none()
    {
        var added = await Post($"{Fields}/{Tier}/options", """[{"label":"Bronze"}]""");
        var renamed = await Patch($"{Fields}/{Tier}/options", """[{"id":31,"label":"Platinum"}]""");
        var half = await Delete($"{Fields}/{Tier}/options", """[{"id":32},{"id":99}]""");
        var removed = await Delete($"{Fields}/{Tier}/options", """[{"id":32}]""");

        Shows(added["data"], """[{"id":33,"label":"Bronze"}]""");
        Shows(renamed["data"], """[{"id":31,"label":"Platinum"}]""");
        (half.Status, removed.Status).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.OK));
        Emulator.Fields.Find(Tier)!.Options.Should().Equal(new PipedriveOption(31, "Platinum"), new PipedriveOption(33, "Bronze"));
    }

    [Theory]
    [InlineData("POST", "[]")]
    [InlineData("POST", """{"label":"Bronze"}""")]
    [InlineData("POST", """["Bronze"]""")]
    [InlineData("PATCH", """[{"id":"31","label":"Bronze"}]""")]
    [InlineData("DELETE", """[{"id":1.5}]""")]
    public async Task Refuse_options_that_are_none(string method, string body)
    {
        (await Send(new HttpMethod(method), $"{Fields}/{Tier}/options", body)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Are_not_shown_with_persons_once_deleted()
    {
        var id = Person("Ines Falk", ("Tier", "31"));

        await Delete($"{Fields}/{Tier}");

        Shows((await Get($"{Persons}/{id}"))["data"]!["custom_fields"], "{}");
        (await Patch($"{Persons}/{id}", $$$"""{"custom_fields":{"{{{Tier}}}":31}}""")).Status.Should().Be(HttpStatusCode.BadRequest);
    }
}

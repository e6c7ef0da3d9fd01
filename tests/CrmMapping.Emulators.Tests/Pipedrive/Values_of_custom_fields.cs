using System.Net;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class Values_of_custom_fields : PipedriveTests
{
    [Theory]
    [InlineData("varchar", "\"x\"")]
    [InlineData("text", "\"x\"")]
    [InlineData("phone", "\"555 0100\"")]
    [InlineData("double", "5")]
    [InlineData("double", "5.25")]
    [InlineData("enum", "31")]
    [InlineData("set", "[31,32]")]
    [InlineData("user", "42")]
    [InlineData("org", "42")]
    [InlineData("people", "42")]
    [InlineData("date", "\"2026-03-01\"")]
    [InlineData("daterange", """{"value":"2026-03-01","until":"2026-03-02"}""")]
    [InlineData("time", """{"value":"09:00:00","timezone_name":"Europe/Berlin"}""")]
    [InlineData("timerange", """{"value":"09:00:00","until":"10:00:00","timezone_name":"Europe/Berlin"}""")]
    [InlineData("monetary", """{"value":5,"currency":"EUR"}""")]
    public async Task Come_back_as_they_went_in_and_are_cleared_with_null(string type, string value)
    {
        var field = Emulator.Fields.Add("Custom", type, type is "enum" or "set" ? ["Gold", "Silver"] : []);
        var id = Person("Ines Falk");

        var written = await Patch($"{Persons}/{id}", Custom(field, value));
        var cleared = await Patch($"{Persons}/{id}", Custom(field, "null"));

        Shows(written["data"]!["custom_fields"]![field.Code], value);
        cleared["data"]!["custom_fields"]![field.Code].Should().BeNull();
    }

    [Theory]
    [InlineData("varchar", "5")]
    [InlineData("double", "\"5\"")]
    [InlineData("enum", "\"31\"")]
    [InlineData("enum", "99")]
    [InlineData("set", "31")]
    [InlineData("set", "[]")]
    [InlineData("set", "[99]")]
    [InlineData("user", "\"42\"")]
    [InlineData("date", "\"2026-02-30\"")]
    [InlineData("date", "\"2026-03-01T00:00:00Z\"")]
    [InlineData("daterange", """{"value":"2026-03-01"}""")]
    [InlineData("time", "\"09:00:00\"")]
    [InlineData("monetary", "5")]
    [InlineData("address", "\"1 Main St\"")]
    [InlineData("address", """{"locality":"Leeds"}""")]
    public async Task Are_refused_where_the_type_takes_none_such(string type, string value)
    {
        var field = Emulator.Fields.Add("Custom", type, type is "enum" or "set" ? ["Gold", "Silver"] : []);
        var id = Person("Ines Falk");

        var refused = await Patch($"{Persons}/{id}", Custom(field, value));

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string)refused["error"]!).Should().Contain(field.Code);
    }

    [Fact]
    public async Task Of_type_varchar_end_at_255_characters()
    {
        var field = Emulator.Fields.Add("Custom", "varchar");
        var id = Person("Ines Falk");

        (await Patch($"{Persons}/{id}", Custom(field, $"\"{new string('x', 255)}\""))).Status.Should().Be(HttpStatusCode.OK);
        (await Patch($"{Persons}/{id}", Custom(field, $"\"{new string('x', 256)}\""))).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_type_address_hold_null_for_the_parts_left_out()
    {
        var field = Emulator.Fields.Add("Site", "address");
        var id = Person("Ines Falk");

        var written = await Patch($"{Persons}/{id}", Custom(field, """{"value":"1 Main St, Leeds"}"""));

        var address = written["data"]!["custom_fields"]![field.Code]!;
        ((string?)address["value"], address["locality"], address.AsObject().ContainsKey("postal_code")).Should().Be(("1 Main St, Leeds", null, true));
    }

    private static string Custom(PipedriveField field, string value) =>
        new JsonObject { ["custom_fields"] = new JsonObject { [field.Code] = JsonNode.Parse(value) } }.ToJsonString();
}

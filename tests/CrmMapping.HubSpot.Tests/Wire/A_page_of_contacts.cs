using System.Text;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.HubSpot.Tests;

public sealed class A_page_of_contacts
{
    private static readonly CrmFieldSet Fields = new(RecordType.Contact,
    [
        new FieldDescriptor { Key = "email", Type = FieldType.Email },
        new FieldDescriptor { Key = "firstname", Type = FieldType.Text },
    ]);

    [Fact]
    public void Is_read_whatever_the_order_of_its_properties()
    {
        using var page = CrmPage.Rent();

        var tail = Read(
            """
            {"results":[
             {"id":"1","properties":{"email":"a@example.com","firstname":"Ada","hs_object_id":"1"},"createdAt":"2026-05-01T09:12:03.123Z","updatedAt":"2026-11-01T07:30:11.004Z","archived":false},
             {"properties":{"hs_object_id":"2","firstname":null,"email":"b@example.com"},"archived":true,"id":2}],
             "paging":{"next":{"after":"33452","link":"x"}}}
            """, page);

        tail.After.Should().Be("33452");
        Shown(page).Should().Equal("1: \"a@example.com\", \"Ada\"", "2 (archived): \"b@example.com\", blank");
        page[0].ModifiedAt.Should().Be(Instant.FromUtc(2026, 11, 1, 7, 30, 11) + Duration.FromMilliseconds(4));
    }

    [Fact]
    public void Leaves_unknown_what_did_not_come_or_is_of_several_parts()
    {
        using var page = CrmPage.Rent();

        Read("""{"results":[{"id":"1","properties":{"firstname":{"a":1}}}]}""", page);

        Shown(page).Should().Equal("1: unknown, unknown");
    }

    [Theory]
    [InlineData("\"\\u0041da \\\"\\n\\ud83d\\ude00\"", "\"Ada \\\"\\n😀\"")]
    [InlineData("7", "\"7\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("\" \\u00a0\\t\"", "blank")]
    [InlineData("\"\"", "blank")]
    public void Takes_values_of_any_kind_as_text(string value, string shown)
    {
        using var page = CrmPage.Rent();

        Read("""{"results":[{"id":"1","properties":{"firstname":V}}]}""".Replace("V", value, StringComparison.Ordinal), page);

        page[0].Values.Value(1).ToString().Replace("\n", "\\n", StringComparison.Ordinal).Replace("Ada \"", "Ada \\\"", StringComparison.Ordinal)
            .Should().Be(shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"results\":{}}")]
    [InlineData("{\"results\":[7]}")]
    [InlineData("{\"results\":[{\"properties\":{}}]}")]
    [InlineData("{\"results\":[{\"id\":\"1\",\"properties\":{}}]")]
    [InlineData("{\"results\":[{\"id\":\"1\"")]
    [InlineData("{\"results\":[]}{}")]
    public void Is_refused_when_it_is_not_whole(string json)
    {
        using var page = CrmPage.Rent();

        var read = () => Read(json, page);

        read.Should().Throw<JsonException>();
    }

    [Theory, Trait("Rule", "X2b")]
    [InlineData(""" "properties":{"lastmodifieddate":"2026-11-02T00:00:00Z"},"updatedAt":"2026-11-01T00:00:00Z" """, 2)]
    [InlineData(""" "updatedAt":"2026-11-01T00:00:00Z","properties":{"lastmodifieddate":"2026-11-02T00:00:00Z"} """, 2)]
    [InlineData(""" "properties":{"lastmodifieddate":null},"updatedAt":"2026-11-01T00:00:00Z" """, 1)]
    [InlineData(""" "updatedAt":"2026-11-01T00:00:00Z","properties":{"lastmodifieddate":null} """, 1)]
    [InlineData(""" "updatedAt":"2026-11-01T00:00:00Z","properties":{} """, 1)]
    public void Takes_the_time_of_the_last_change_from_its_property_before_all(string parts, int day)
    {
        using var page = CrmPage.Rent();

        Read("""{"results":[{"id":"1",P}]}""".Replace("P", parts, StringComparison.Ordinal), page);

        page[0].ModifiedAt.Should().Be(Instant.FromUtc(2026, 11, day, 0, 0));
    }

    [Theory]
    [InlineData(""" "101","102","103" """, "101", "102", "103")]
    [InlineData(""" "103","101","102" """, "103", "101", "102")]
    [InlineData(""" 101,"7","103" """, "101", "7", "103")]
    [InlineData(""" "\u0031\u0030\u0031","9007199254740993" """, "101", "9007199254740993")]
    [InlineData(""" "000000000000000000000000000000000000101","102" """, "000000000000000000000000000000000000101", "102")]
    public void Names_its_records_in_any_order_whether_they_were_asked_for_or_not(string ids, params string[] expected)
    {
        using var page = CrmPage.Rent();

        var records = ids.Split(',').Select(static id => $$$"""{"id":{{{id}}},"properties":{}}""");
        Read($$"""{"results":[{{string.Join(',', records)}}]}""", page, ["101", "102", "103"]);

        page.Select(static record => record.Id).Should().Equal(expected);
    }

    [Fact]
    public void Is_read_again_without_a_byte_of_memory()
    {
        var json = Encoding.UTF8.GetBytes("""
            {"results":[
             {"id":"101","properties":{"email":"a@example.com","firstname":"Zoë","lastmodifieddate":"2026-11-02T00:00:00Z"},"createdAt":"2026-05-01T09:12:03.123Z","updatedAt":"2026-11-01T07:30:11.004Z","archived":false},
             {"id":"102","properties":{"email":"b@example.com","firstname":null,"lastmodifieddate":"2026-11-02T00:00:00Z"},"createdAt":"2026-05-01T09:12:03.123Z","updatedAt":"2026-11-01T07:30:11.004Z","archived":false}]}
            """);
        var names = ContactsApi.Names.Of(Fields);
        string[] asked = ["101", "102"];

        Allocation.Of(ReadAgain).Should().Be(0);

        void ReadAgain()
        {
            using var page = CrmPage.Rent();
            ContactPageReader.Read(json, names, page, asked);
        }
    }

    private static PageTail Read(string json, CrmPage page, IReadOnlyList<string>? asked = null) =>
        ContactPageReader.Read(Encoding.UTF8.GetBytes(json), ContactsApi.Names.Of(Fields), page, asked);

    private static IEnumerable<string> Shown(CrmPage page) => page.Select(record =>
        $"{record.Id}{(record.IsArchived ? " (archived)" : "")}: {record.Values.Value(0)}, {record.Values.Value(1)}");
}

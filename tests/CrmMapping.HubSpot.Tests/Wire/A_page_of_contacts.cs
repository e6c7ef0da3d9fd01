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

    private static PageTail Read(string json, CrmPage page) => ContactPageReader.Read(Encoding.UTF8.GetBytes(json), ContactsApi.Names.Of(Fields), page);

    private static IEnumerable<string> Shown(CrmPage page) => page.Select(record =>
        $"{record.Id}{(record.IsArchived ? " (archived)" : "")}: {record.Values.Value(0)}, {record.Values.Value(1)}");
}

using System.Text;
using System.Text.Json;
using NodaTime;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Wire;

public sealed class A_page_of_records
{
    private const string Attributes = """ "attributes":{"type":"Contact","url":"/x"} """;

    [Fact]
    public void Is_read_whatever_the_order_of_its_fields()
    {
        using var page = CrmPage.Rent();
        var masters = new Dictionary<string, string>();

        var tail = Read(
            $$"""
            {"totalSize":3,"done":false,"nextRecordsUrl":"/services/data/v66.0/query/01g-2000","records":[
             { {{Attributes}},"Id":"003q000000KvQ1tAAF","LastName":"Love\u006cace","SystemModstamp":"2026-11-20T08:15:30.000+0000","IsDeleted":false,"DoNotCall":true},
             {"LastName":null,"SystemModstamp":"2026-11-20T08:15:31.000+0000","IsDeleted":true,"Id":"003q000000KvQ1uAAF","MasterRecordId":"003q000000KvQ1tAAF",{{Attributes}}}]}
            """, page, masters);

        tail.Should().Be(new PageTail("/services/data/v66.0/query/01g-2000", 3, 2));
        Shown(page, Fields).Should().Equal("003q000000KvQ1tAAF: Lovelace, true", "003q000000KvQ1uAAF (archived): ");
        page[0].ModifiedAt.Should().Be(Instant.FromUtc(2026, 11, 20, 8, 15, 30));
        masters.Should().Equal(new Dictionary<string, string> { ["003q000000KvQ1uAAF"] = "003q000000KvQ1tAAF" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"totalSize":0,"records":[]}""")]
    [InlineData("""{"done":false,"records":[]}""")]
    [InlineData("""{"done":true,"nextRecordsUrl":"/x","records":[]}""")]
    [InlineData("""{"done":true,"records":[{"LastName":"Ada"}]}""")]
    [InlineData("""{"done":true,"records":[{"Id":"1"}]}""")]
    [InlineData("""{"done":true,"records":[1]}""")]
    [InlineData("""{"done":true,"records":[{"Id":"003q000000KvQ1tAAF"}]""")]
    public void Is_none_where_it_is_not_whole(string json)
    {
        using var page = CrmPage.Rent();

        var read = () => Read(json, page, []);

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void Leaves_unknown_what_did_not_come_or_is_of_several_parts()
    {
        using var page = CrmPage.Rent();

        Read("""{"done":true,"records":[{"Id":"003q000000KvQ1tAAF","Phone":{"a":1}}]}""", page, []);

        (page[0].Values.IsUnknown(3), page[0].Values.IsUnknown(0)).Should().Be((true, true));
    }

    [Theory]
    [InlineData("2026-11-20T08:15:30.000+0000")]
    [InlineData("2026-11-20T08:15:30.000Z")]
    [InlineData("2026-11-20T08:15:30Z")]
    [InlineData("2026-11-20T09:15:30.000+01:00")]
    public void Tells_times_in_either_spelling(string text) =>
        WireTime.Read(Encoding.ASCII.GetBytes(text)).Should().Be(Instant.FromUtc(2026, 11, 20, 8, 15, 30));

    private static PageTail Read(string json, CrmPage page, Dictionary<string, string> masters) =>
        RecordPageReader.Read(Encoding.UTF8.GetBytes(json), RecordsApi.Names.Of(Fields), page, masters);
}

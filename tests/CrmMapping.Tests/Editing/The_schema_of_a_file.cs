using System.Text;
using System.Text.Json;

namespace CrmMapping.Tests.Editing;

public sealed class The_schema_of_a_file
{
    private static readonly JsonElement Schema = JsonDocument.Parse(MappingJson.Schema).RootElement;

    [Fact]
    public void Takes_what_is_written() => SmallSchema.Allows(Schema, Parse(MappingJson.Write(Account.Set()))).Should().BeTrue();

    [Fact]
    public void Names_the_format_that_is_written() =>
        Schema.GetProperty("properties").GetProperty("formatVersion").GetProperty("const").GetInt32().Should().Be(MappingJson.FormatVersion);

    [Fact]
    public void Names_every_kind_of_record() =>
        Schema.GetProperty("properties").GetProperty("recordType").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString())
            .Should().Equal(Enum.GetNames<RecordType>());

    [Theory]
    [InlineData("\"formatVersion\": 1,", "", false)]
    [InlineData("\"formatVersion\": 1,", "\"formatVersion\": 2,", false)]
    [InlineData("\"formatVersion\": 1,", "\"formatVersion\": 1.0,", true)]
    [InlineData("\"map\": \"AdminMap\",", "", true)]
    [InlineData("\"map\": \"AdminMap\",", "\"map\": 1,", false)]
    [InlineData("\"map\": \"AdminMap\",", "\"$schema\": \"x\",", true)]
    [InlineData("\"map\": \"AdminMap\",", "\"$schema\": null,", false)]
    [InlineData("\"map\": \"AdminMap\",", "\"other\": 1,", false)]
    [InlineData("\"recordType\": \"Contact\",", "", false)]
    [InlineData("\"recordType\": \"Contact\",", "\"recordType\": \"Deal\",", false)]
    [InlineData("\"local\": \"FirstName\",", "", false)]
    [InlineData("\"local\": \"FirstName\",", "\"local\": \"\",", false)]
    [InlineData("\"local\": \"FirstName\",", "\"local\": \"FirstName\", \"note\": \"\",", false)]
    [InlineData("\"direction\": \"FromCrm\",", "\"direction\": \"fromCrm\",", false)]
    [InlineData("\"crm\": \"firstname\"", "\"crm\": 7", false)]
    [InlineData("\"crm\": \"firstname\"", "\"crm\": \"firstname\" }, [], {", false)]
    public void Takes_and_refuses_what_reading_does(string part, string changed, bool isAllowed)
    {
        var written = Encoding.UTF8.GetString(MappingJson.Write(Account.Set()));
        written.Should().Contain(part);
        var file = Encoding.UTF8.GetBytes(written.Replace(part, changed, StringComparison.Ordinal));

        SmallSchema.Allows(Schema, Parse(file)).Should().Be(isAllowed);
        MappingJson.Read(file, Account.Draft()).IsAccepted.Should().Be(isAllowed);
    }

    private static JsonElement Parse(byte[] file) => JsonDocument.Parse(file).RootElement;
}

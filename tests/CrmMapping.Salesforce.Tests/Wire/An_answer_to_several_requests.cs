using System.Text;
using System.Text.Json;

namespace CrmMapping.Salesforce.Tests.Wire;

public sealed class An_answer_to_several_requests
{
    [Fact]
    public void Is_parted_by_the_names_of_the_requests()
    {
        var json = """
            {"other":{"body":1},"compositeResponse":[
             {"body":[{"id":"1"}],"httpHeaders":{"body":"x"},"httpStatusCode":200,"referenceId":"a"},
             {"referenceId":"b","httpStatusCode":400,"httpHeaders":{},"body":[{"errorCode":"NO"}]},
             {"body":null,"httpHeaders":{},"httpStatusCode":204,"referenceId":"c"}]}
            """u8;

        var parts = CompositePart.ReadAll(json);

        Encoding.UTF8.GetString(parts["a"].Of(json)).Should().Be("""[{"id":"1"}]""");
        Encoding.UTF8.GetString(parts["b"].Of(json)).Should().Be("""[{"errorCode":"NO"}]""");
        parts.Values.Select(part => (part.Status, part.IsSuccess)).Should().Equal((200, true), (400, false), (204, true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html></html>")]
    [InlineData("""{"compositeResponse":7}""")]
    [InlineData("""{"compositeResponse":[7]}""")]
    [InlineData("""{"compositeResponse":[{"body":1,"httpStatusCode":200}]}""")]
    [InlineData("""{"compositeResponse":[{"body":1,"referenceId":"a"}]}""")]
    [InlineData("""{"compositeResponse":[{"body":1,"httpStatusCode":200,"referenceId":"a"}""")]
    public void Is_refused_where_it_is_none(string json)
    {
        var read = () => CompositePart.ReadAll(Encoding.UTF8.GetBytes(json));

        read.Should().Throw<JsonException>();
    }
}

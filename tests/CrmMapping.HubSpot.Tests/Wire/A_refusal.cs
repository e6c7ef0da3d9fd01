using System.Text;
using CrmMapping.Http;

namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "F8")]
public sealed class A_refusal
{
    [Theory]
    [InlineData("""{"status":"error","message":"Property values were not valid: [{\"isValid\":false,\"message\":\"Property \\\"foo\\\" does not exist\",\"error\":\"PROPERTY_DOESNT_EXIST\",\"name\":\"foo\",\"portalId\":1}]","category":"VALIDATION_ERROR"}""")]
    [InlineData("""{"message":"m","errors":[{"message":"Property \"foo\" does not exist","code":"PROPERTY_DOESNT_EXIST","context":{"propertyName":["foo"]}}]}""")]
    [InlineData("""{"message":"m","errors":[{"message":"no such property","code":"PROPERTY_DOESNT_EXIST","in":"foo"}]}""")]
    [InlineData("""{"validationResults":[{"isValid":false,"message":"no such property","error":"PROPERTY_DOESNT_EXIST","name":"foo"}],"status":"error"}""")]
    [InlineData("""{"category":"PROPERTY_DOESNT_EXIST","context":{"propertyName":"foo"}}""")]
    public void Says_which_property_is_meant_wherever_that_stands(string json)
    {
        var refusal = Read(json);

        refusal.Fields.Distinct().Should().Equal(new FieldRefusal("foo", IssueCode.FieldMissing, "HubSpot has no such property."));
        refusal.FieldsForAll.Distinct().Should().Equal("foo");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"message":7,"errors":{},"context":[],"category":{},"validationResults":"x"}""")]
    [InlineData("""{"message":"see [{this]","errors":[1,"two",null,[]],"context":{"ids":{"a":1}},"subCategory":{"x":1},"links":{}}""")]
    public void May_lack_every_part(string json) =>
        Read(json).Should().Be(new WriteRefusal { Summary = "without a code" });

    [Fact]
    public void Is_known_for_a_conflict_by_its_status_alone() =>
        Read("{}", status: 409).Should().Be(new WriteRefusal
        {
            Summary = "without a code",
            IsConflict = true,
            Fields = [new("email", IssueCode.RefusedByCrm, "Another HubSpot contact holds this value already, and it must be unique.")],
        });

    [Theory]
    [InlineData("""{"status":"error","message":"resource not found","correlationId":"a-1"}""", 404)]
    [InlineData("""{"category":"OBJECT_NOT_FOUND","message":"Could not get some CONTACT objects","context":{"ids":["999"]}}""", 0)]
    public void Is_known_for_a_record_that_is_not_there(string json, int status) => Read(json, status).IsNotFound.Should().BeTrue();

    [Theory, Trait("Rule", "S3")]
    [InlineData("""{"message":"Email address ada@example.com is invalid","correlationId":"8a3f-6c","validationResults":[{"message":"Email address ada@example.com is invalid","error":"INVALID_EMAIL","name":"email"}]}""", "INVALID_EMAIL (correlation id 8a3f-6c)")]
    [InlineData("""{"category":"the e-mail ada@example.com","correlationId":"ada@example.com"}""", "without a code")]
    public void Is_told_by_its_codes_and_never_in_HubSpots_words(string json, string summary)
    {
        var refusal = Read(json);

        refusal.Summary.Should().Be(summary);
        refusal.ToString().Should().NotContain("ada@");
    }

    private static WriteRefusal Read(string json, int status = 0) => HubSpotRefusal.Read(Encoding.UTF8.GetBytes(json)).ToWriteRefusal(status);
}

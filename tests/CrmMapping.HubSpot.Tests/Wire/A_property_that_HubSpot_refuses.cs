namespace CrmMapping.HubSpot.Tests;

public sealed class A_property_that_HubSpot_refuses
{
    [Theory, Trait("Rule", "F8")]
    [InlineData("PROPERTY_DOESNT_EXIST", IssueCode.FieldMissing)]
    [InlineData("READ_ONLY_VALUE", IssueCode.ReadOnlyField)]
    [InlineData("INVALID_OPTION", IssueCode.NotAnOption)]
    [InlineData("INVALID_EMAIL", IssueCode.InvalidEmail)]
    [InlineData("INVALID_DATE", IssueCode.NotConvertible)]
    [InlineData("PROPERTY_VALUE_TOO_LONG", IssueCode.ValueTooLong)]
    [InlineData("REQUIRED_FIELD", IssueCode.BlankNotAllowed)]
    [InlineData(PropertyRefusal.Taken, IssueCode.RefusedByCrm)]
    [InlineData("SOMETHING_NEW", IssueCode.RefusedByCrm)]
    public void Is_an_issue_of_that_field(string code, IssueCode issue)
    {
        var refusal = new PropertyRefusal("company", code).ToFieldRefusal();

        (refusal.Field, refusal.Code).Should().Be(("company", issue));
    }

    [Theory, Trait("Rule", "S3")]
    [InlineData("SOMETHING_NEW_2", "HubSpot refused the value (SOMETHING_NEW_2).")]
    [InlineData("Ada's secret", "HubSpot refused the value.")]
    [InlineData("Ada", "HubSpot refused the value.")]
    [InlineData("2155550123", "HubSpot refused the value.")]
    [InlineData("", "HubSpot refused the value.")]
    public void Is_named_by_its_code_only_where_that_is_no_text_of_a_contact(string code, string message) =>
        new PropertyRefusal("company", code).ToFieldRefusal().Message.Should().Be(message);
}

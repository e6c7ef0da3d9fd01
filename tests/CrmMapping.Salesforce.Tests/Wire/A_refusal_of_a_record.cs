using System.Text;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Wire;

public sealed class A_refusal_of_a_record
{
    [Theory]
    [InlineData("STRING_TOO_LONG", "Phone", IssueCode.ValueTooLong)]
    [InlineData("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Phone", IssueCode.NotAnOption)]
    [InlineData("INVALID_EMAIL_ADDRESS", "Email", IssueCode.InvalidEmail)]
    [InlineData("REQUIRED_FIELD_MISSING", "LastName", IssueCode.BlankNotAllowed)]
    [InlineData("NUMBER_OUTSIDE_VALID_RANGE", "Phone", IssueCode.NotConvertible)]
    [InlineData("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Phone", IssueCode.RefusedByCrm)]
    [InlineData("FIELD_INTEGRITY_EXCEPTION", "MailingCountryCode", IssueCode.NotAnOption)]
    public void Names_the_field_and_what_is_wrong_with_it(string code, string field, IssueCode issue)
    {
        var refusal = FieldErrors.ToWriteRefusal([new SalesforceError(code, "message", [field])], Fields);

        refusal.Fields.Single().Should().BeEquivalentTo(new { Field = field.Replace("Code", "", StringComparison.Ordinal), Code = issue });
        refusal.FieldsForAll.Should().BeEmpty();
    }

    [Theory]
    [InlineData("INVALID_FIELD", "No such column 'Phone' on sobject of type Contact")]
    [InlineData("INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: Phone. Please check the security settings")]
    public void Reads_the_field_from_the_message_where_it_stands_nowhere_else(string code, string message)
    {
        var refusal = FieldErrors.ToWriteRefusal([new SalesforceError(code, message, [])], Fields);

        (refusal.Fields.Single().Field, refusal.FieldsForAll.Single()).Should().Be(("Phone", "Phone"));
    }

    [Theory]
    [InlineData("duplicateResut")]
    [InlineData("duplicateResult")]
    public void Names_the_one_record_that_a_duplicate_rule_found(string key)
    {
        var errors = SalesforceError.ReadAll(Encoding.UTF8.GetBytes(
            $$$"""[{"{{{key}}}":{"matchResults":[{"matchRecords":[{"record":{"Id":"0035g00000FgHiJAAV"}}]}]},"errorCode":"DUPLICATES_DETECTED","message":"Use one?"}]"""));

        FieldErrors.ToWriteRefusal(errors, Fields).Should().BeEquivalentTo(new { IsConflict = true, ExistingId = "0035g00000FgHiJAAV", Summary = "DUPLICATES_DETECTED" });
    }

    [Theory]
    [InlineData("<html>down</html>")]
    [InlineData("")]
    [InlineData("""{"error":"invalid_grant"}""")]
    public void Holds_nothing_where_Salesforce_did_not_write_it(string body) => SalesforceError.ReadAll(Encoding.UTF8.GetBytes(body)).Should().BeEmpty();
}

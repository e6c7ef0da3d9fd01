using System.Net;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_duplicate : SalesforceTests
{
    private static readonly (string, string) Insisting = ("Sforce-Duplicate-Rule-Header", "allowSave=true; includeRecordDetails=false; runAsCurrentUser=true");

    [Theory]
    [InlineData(false, HttpStatusCode.Created)]
    [InlineData(true, HttpStatusCode.BadRequest)]
    public async Task Is_named_and_saved_where_the_caller_may_insist(bool blocks, HttpStatusCode insisted)
    {
        Emulator.DuplicateRules = [new("Contact", "Same_Address") { Blocks = blocks }];
        var ada = Contact("Byron", ("Email", "ada@example.com"));

        var refused = await Post(Contacts, new { LastName = "Byron", Email = "ADA@example.com" });
        var again = await Post(Contacts, new { LastName = "Byron", Email = "ada@example.com" }, Insisting);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Body!.ToJsonString().Should().Be($$$"""
            [{"duplicateResut":{"allowSave":{{{(blocks ? "false" : "true")}}},"duplicateRule":"Same_Address","duplicateRuleEntityType":"Contact","errorMessage":"Use one of these records?","matchResults":[{"entityType":"Contact","errors":[],"matchEngine":"FuzzyMatchEngine","matchRecords":[{"additionalInformation":[],"fieldDiffs":[],"matchConfidence":100,"record":{"attributes":{"type":"Contact","url":"{{{Contacts}}}/{{{ada}}}"},"Id":"{{{ada}}}"}}],"rule":"Same_Address_Match","size":1,"success":true}]},"message":"Use one of these records?","errorCode":"DUPLICATES_DETECTED"}]
            """);
        again.Status.Should().Be(insisted);
    }

    [Fact]
    public async Task May_be_of_the_other_object_and_is_not_named_in_a_collection()
    {
        Emulator.DuplicateRules = [new("Lead") { Matches = "Contact", Field = "Phone" }];
        Contact("Byron", ("Phone", "+12125550101"));

        var reply = await Post(Collections, new
        {
            records = new object[] { new { attributes = new { type = "Lead" }, LastName = "x", Company = "y", Phone = "+12125550101" }, new { attributes = new { type = "Lead" }, LastName = "x", Company = "y" } },
        });

        reply.Body![0]!.ToJsonString().Should().Be("""{"success":false,"errors":[{"statusCode":"DUPLICATES_DETECTED","message":"Use one of these records?","fields":[]}]}""");
        ((bool)reply.Body[1]!["success"]!).Should().BeTrue();
    }

    [Fact]
    public async Task Is_not_the_record_itself()
    {
        var ada = Contact("Byron", ("Email", "ada@example.com"));
        Emulator.DuplicateRules = [new("Contact")];

        (await Patch($"{Contacts}/{ada}", new { Email = "ada@example.com" })).Status.Should().Be(HttpStatusCode.NoContent);
    }
}

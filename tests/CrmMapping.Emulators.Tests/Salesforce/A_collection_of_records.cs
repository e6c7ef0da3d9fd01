using System.Net;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_collection_of_records : SalesforceTests
{
    protected override SalesforceEmulatorOptions Options => new() { ContactFields = [Key] };

    [Fact]
    public async Task Is_answered_one_by_one_in_its_order()
    {
        var (lead, contact) = (Lead("Lead"), Contact("Contact"));

        var reply = await Patch(Collections, new
        {
            records = new object[]
            {
                new { attributes = new { type = "Lead" }, id = lead, Phone = "1" },
                new { attributes = new { type = "Contact" }, id = contact, Email = "nobody" },
                new { attributes = new { type = "Contact" }, id = "0035g0000000zzz", Phone = "2" },
                new { attributes = new { type = "Contact" }, id = contact, Phone = "3" },
                new { attributes = new { type = "Contact" }, Phone = "4" },
            },
        });

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Body!.AsArray().Select(one => one!.ToJsonString()).Should().Equal(
            $$"""{"id":"{{lead}}","success":true,"errors":[]}""",
            """{"success":false,"errors":[{"statusCode":"INVALID_EMAIL_ADDRESS","message":"Email: invalid email address: nobody","fields":["Email"]}]}""",
            """{"success":false,"errors":[{"statusCode":"NOT_FOUND","message":"The requested resource does not exist","fields":[]}]}""",
            $$"""{"success":false,"errors":[{"statusCode":"DUPLICATE_VALUE","message":"duplicate id in list: {{contact}}","fields":[]}]}""",
            """{"success":false,"errors":[{"statusCode":"MISSING_ARGUMENT","message":"Id not specified in an update call","fields":[]}]}""");
        (Emulator.Leads.Find(lead)!["Phone"], Emulator.Contacts.Find(contact)!["Phone"]).Should().Be(("1", null));
    }

    [Fact]
    public async Task Is_taken_back_whole_where_all_or_none_is_asked()
    {
        var kept = Contact("Kept", ("Phone", "1"));

        var reply = await Patch($"{Collections}/Contact/CrmMapping_Id__c", new
        {
            allOrNone = true,
            records = new object[]
            {
                new { attributes = new { type = "Contact" }, CrmMapping_Id__c = "A", LastName = "New" },
                new { attributes = new { type = "Contact" }, CrmMapping_Id__c = "B" },
            },
        });
        var deleted = await Delete($"{Collections}?ids={kept},0035g0000000zzz&allOrNone=true");

        reply.Body!.AsArray().Select(one => (string)one!["errors"]![0]!["statusCode"]!).Should().Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING");
        deleted.Body!.AsArray().Select(one => (string)one!["errors"]![0]!["statusCode"]!).Should().Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", "NOT_FOUND");
        Emulator.Contacts.All.Select(contact => (contact.Id, contact["Phone"])).Should().Equal((kept, "1"));
        Emulator.Contacts.FindBy("CrmMapping_Id__c", "A").Should().BeEmpty();
    }

    [Fact]
    public async Task Is_upserted_by_a_key()
    {
        var known = Contact("Known", ("CrmMapping_Id__c", "A"));
        Contact("Twin", ("CrmMapping_Id__c", "T"));
        Contact("Twin", ("CrmMapping_Id__c", "T"));

        var reply = await Patch($"{Collections}/Contact/CrmMapping_Id__c", new
        {
            records = new object[]
            {
                new { attributes = new { type = "Contact" }, CrmMapping_Id__c = "B", LastName = "New" },
                new { attributes = new { type = "Contact" }, CrmMapping_Id__c = "A", Phone = "1" },
                new { attributes = new { type = "Contact" }, CrmMapping_Id__c = "T", Phone = "1" },
                new { attributes = new { type = "Contact" }, LastName = "Keyless" },
            },
        });

        var created = Emulator.Contacts.FindBy("CrmMapping_Id__c", "B").Single();
        reply.Body!.AsArray().Take(2).Select(one => one!.ToJsonString()).Should().Equal(
            $$"""{"id":"{{created.Id}}","success":true,"errors":[],"created":true}""", $$"""{"id":"{{known}}","success":true,"errors":[],"created":false}""");
        reply.Body.AsArray().Skip(2).Select(one => (string)one!["errors"]![0]!["statusCode"]!).Should().Equal("DUPLICATE_EXTERNAL_ID", "MISSING_ARGUMENT");
    }

    [Fact]
    public async Task Has_at_most_200_records_and_10_runs_of_a_type()
    {
        var contact = (object)new { attributes = new { type = "Contact" }, LastName = "x" };
        var lead = (object)new { attributes = new { type = "Lead" }, LastName = "x", Company = "y" };

        var many = await Post(Collections, new { records = Enumerable.Repeat(contact, 201) });
        var mixed = await Post(Collections, new { records = Enumerable.Range(0, 11).Select(n => n % 2 is 0 ? contact : lead) });
        var allowed = await Post(Collections, new { records = Enumerable.Range(0, 10).Select(n => n % 2 is 0 ? contact : lead) });

        (many.Status, mixed.Status, allowed.Status).Should().Be((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK));
        (Emulator.Contacts.Count, Emulator.Leads.Count).Should().Be((5, 5));
    }

    [Fact]
    public async Task Is_read_with_a_null_for_what_is_not_there()
    {
        var (here, gone) = (Contact("Here"), Contact("Gone"));
        Emulator.Contacts.Delete(gone);

        var posted = await Post($"{Collections}/Contact", new { ids = new[] { here, gone }, fields = new[] { "LastName" } });
        var got = await Get($"{Collections}/Contact?ids={here},{gone}&fields=LastName");

        ((string?)posted.Body![0]!["LastName"], posted.Body[1]).Should().Be(("Here", null));
        got.Body!.ToJsonString().Should().Be(posted.Body.ToJsonString());
    }

    [Fact]
    public async Task Counts_as_one_request()
    {
        await Post(Collections, new { records = new[] { new { attributes = new { type = "Contact" }, LastName = "x" }, new { attributes = new { type = "Contact" }, LastName = "y" } } });

        var limits = await Get($"{Data}/limits");

        ((int)limits["DailyApiRequests"]!["Max"]! - (int)limits["DailyApiRequests"]!["Remaining"]!, Emulator.Requests.CountOf("collections.create")).Should().Be((2, 1));
    }
}

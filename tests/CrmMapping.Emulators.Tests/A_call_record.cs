using System.Net;

namespace CrmMapping.Emulators.Tests;

public sealed class A_call_record : EmulatorTests
{
    [Fact]
    public async Task Is_logged_on_a_contact_and_its_outcome_changed()
    {
        var contact = Person("ada@example.com");
        var link = new { to = new { id = contact }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 194 } } };

        var call = await Post("/crm/v3/objects/calls", new
        {
            properties = Values(("hs_timestamp", "2026-11-20T10:15:30.000Z"), ("hs_call_direction", "OUTBOUND"), ("hs_call_duration", "93000")),
            associations = new[] { link },
        });
        var id = (string)call["id"]!;
        var changed = await Patch($"/crm/objects/2026-09/0-48/{id}", new { properties = Values(("hs_call_disposition", "f240bbac-87c9-4f6e-bf70-924b57d47db7")) });
        var fromCall = await Get($"/crm/v4/objects/calls/{id}/associations/contacts");
        var fromContact = await Get($"/crm/objects/2026-09/contacts/{contact}/associations/calls");

        call.Status.Should().Be(HttpStatusCode.Created);
        changed.Property("hs_call_disposition").Should().Be("f240bbac-87c9-4f6e-bf70-924b57d47db7");
        ((long)fromCall["results"]![0]!["toObjectId"]!, (int)fromCall["results"]![0]!["associationTypes"]![0]!["typeId"]!).Should().Be((long.Parse(contact), 194));
        ((long)fromContact["results"]![0]!["toObjectId"]!, (int)fromContact["results"]![0]!["associationTypes"]![0]!["typeId"]!).Should().Be((long.Parse(id), 193));
    }

    [Fact]
    public async Task Needs_the_time_of_the_call()
    {
        (await Post("/crm/v3/objects/calls", new { properties = Values(("hs_call_title", "Hello")) })).Status.Should().Be(HttpStatusCode.BadRequest);
    }
}

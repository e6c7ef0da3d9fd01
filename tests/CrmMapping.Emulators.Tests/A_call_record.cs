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

    [Fact]
    public async Task Is_refused_on_a_contact_that_is_not_there_and_leaves_nothing_behind()
    {
        var link = new { to = new { id = "999" }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 194 } } };

        var call = await Post("/crm/v3/objects/calls", new { properties = Values(("hs_timestamp", "2026-11-20T10:15:30.000Z")), associations = new[] { link } });

        call.Status.Should().Be(HttpStatusCode.BadRequest);
        Emulator.Calls.Count.Should().Be(0);
    }

    [Fact]
    public async Task Has_outcomes_to_choose_from_that_people_make_rename_and_delete()
    {
        var made = Emulator.CallOutcomes.Add("Sold");
        Emulator.CallOutcomes.Rename("73a0d17f-1163-4015-bdd5-ec830791da20", "Not reached");
        Emulator.CallOutcomes.Delete("f240bbac-87c9-4f6e-bf70-924b57d47db7");

        var outcomes = (await Get("/calling/v1/dispositions")).Body!.AsArray();

        outcomes.Select(outcome => (string)outcome!["label"]!).Should().Equal("Busy", "Left live message", "Left voicemail", "Not reached", "Wrong number", "Sold");
        ((string)outcomes[5]!["id"]!, (bool)outcomes[5]!["deleted"]!).Should().Be((made.Id, false));
        var again = () => Emulator.CallOutcomes.Delete("f240bbac-87c9-4f6e-bf70-924b57d47db7");
        again.Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Stands_beside_text_messages()
    {
        var contact = Person("ada@example.com");
        var link = new { to = new { id = contact }, types = new[] { new { associationCategory = "HUBSPOT_DEFINED", associationTypeId = 81 } } };

        var message = await Post("/crm/v3/objects/communications", new
        {
            properties = Values(
                ("hs_timestamp", "2026-11-20T10:15:30.000Z"), ("hs_communication_channel_type", "SMS"), ("hs_communication_logged_from", "CRM"), ("hs_communication_body", "Hello")),
            associations = new[] { link },
        });

        message.Status.Should().Be(HttpStatusCode.Created);
        Emulator.Communications.All.Single().ContactIds.Should().Equal(contact);
        Emulator.Communications.Archive((string)message["id"]!);
        Emulator.Communications.Count.Should().Be(0);
    }
}

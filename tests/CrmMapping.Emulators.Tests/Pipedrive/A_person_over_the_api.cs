using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class A_person_over_the_api : PipedriveTests
{
    protected override PipedriveEmulatorOptions Options => new() { Fields = [new("Tier", "enum") { Code = Tier, Options = [new(31, "Gold")] }] };

    [Fact]
    public async Task Is_created_and_shown_whole()
    {
        var created = await Post(Persons, """
            {"name":" Ines Maria Falk ","org_id":12,"label_ids":[7],"visible_to":5,"emails":[{"value":"Ines@example.org"}],
             "phones":[{"value":"+1 555 010 7788","label":"mobile"},{"value":"555 0100","primary":true,"label":"home"}],"custom_fields":{"0f0e0d0c0b0a09080706050403020100ffeeddcc":31}}
            """);
        var read = await Get($"{Persons}/8001");

        created.Status.Should().Be(HttpStatusCode.OK, "the vendor's document says 200, not 201");
        Shows(created.Body, """
            {"success":true,"data":{"id":8001,"name":"Ines Maria Falk","first_name":"Ines Maria","last_name":"Falk","owner_id":4400,"org_id":12,
             "add_time":"2026-11-02T15:00:00Z","update_time":"2026-11-02T15:00:00Z","emails":[{"value":"Ines@example.org","primary":true,"label":"work"}],
             "phones":[{"value":"+1 555 010 7788","primary":false,"label":"mobile"},{"value":"555 0100","primary":true,"label":"home"}],
             "is_deleted":false,"visible_to":5,"label_ids":[7],"picture_id":null,"custom_fields":{"0f0e0d0c0b0a09080706050403020100ffeeddcc":31}}}
            """);
        Shows(read.Body, created.Body!.ToJsonString());
    }

    [Fact]
    public async Task Keeps_what_a_change_leaves_out_and_takes_lists_whole()
    {
        var id = Person("Ines Falk", ("email", "ines@example.org"), ("phone", "555 0100"), ("phone.mobile", "555 0101"));
        Time.Advance(Duration.FromMilliseconds(90_700));

        var changed = await Patch($"{Persons}/{id}", """{"phones":[{"value":"555 0102"}],"custom_fields":{}}""");

        Shows(changed["data"]!["phones"], """[{"value":"555 0102","primary":true,"label":"work"}]""");
        ((string?)changed["data"]!["emails"]![0]!["value"]).Should().Be("ines@example.org");
        ((string?)changed["data"]!["update_time"]).Should().Be("2026-11-02T15:01:30Z", "the service keeps whole seconds");
        ((string?)changed["data"]!["add_time"]).Should().Be("2026-11-02T15:00:00Z");
    }

    [Fact]
    public async Task Is_gone_for_readers_once_deleted()
    {
        var id = Person("Ines Falk");

        var deleted = await Delete($"{Persons}/{id}");

        Shows(deleted.Body, $$$"""{"success":true,"data":{"id":{{{id}}}}}""");
        (await Get($"{Persons}/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Patch($"{Persons}/{id}", new { name = "Ines" })).Status.Should().Be(HttpStatusCode.NotFound);
        (await Delete($"{Persons}/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        Ids(await Get(Persons)).Should().BeEmpty();
        Ids(await Get($"{Persons}?ids={id}")).Should().BeEmpty();
    }

    [Fact]
    public async Task Is_shown_after_its_deletion_where_a_company_does_so()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { ShowsDeletedPersons = true });
        var id = emulator.Persons.Create([new("name", "Ines Falk")]).Id;
        emulator.Persons.Delete(id);

        var read = await Get($"{emulator.BaseAddress}api/v2/persons/{id}");

        (read.Status, (bool)read["data"]!["is_deleted"]!).Should().Be((HttpStatusCode.OK, true));
    }

    [Fact]
    public async Task Parts_its_name_at_the_first_space_where_a_company_does_so()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { PartsNamesAtFirstSpace = true });
        var id = emulator.Persons.Create([new("name", "Ines Maria Falk")]).Id;

        var read = await Get($"{emulator.BaseAddress}api/v2/persons/{id}");

        ((string?)read["data"]!["first_name"], (string?)read["data"]!["last_name"]).Should().Be(("Ines", "Maria Falk"));
    }

    [Fact]
    public async Task Shows_more_of_itself_on_request()
    {
        var id = Person("Ines Falk", ("Tier", "31"));

        var read = await Get($"{Persons}/{id}?include_fields=notes_count,next_activity_id&include_option_labels=true&include_labels=true");
        var without = await Get($"{Persons}/{id}?custom_fields=ffffffffffffffffffffffffffffffffffffffff");

        Shows(read["data"]!["custom_fields"]![Tier], """{"id":31,"label":"Gold"}""");
        ((int)read["data"]!["notes_count"]!, read["data"]!["next_activity_id"]).Should().Be((0, null));
        Shows(read["data"]!["labels"], "[]");
        Shows(without["data"]!["custom_fields"], "{}");
    }

    [Fact]
    public async Task Has_the_fields_of_contact_sync_where_a_company_has_it()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { HasContactSync = true });
        var persons = $"{emulator.BaseAddress}api/v2/persons";
        var created = await Post(persons, """{"name":"Ines","job_title":"Manager","birthday":"2000-12-31","postal_address":{"value":"1 Main St","locality":"Leeds"}}""");

        var changed = await Patch($"{persons}/{created["data"]!["id"]}", """{"job_title":null,"im":[{"value":"ines","label":"skype"}],"postal_address":{"value":"2 Main St"}}""");

        (changed["data"]!["job_title"], (string?)changed["data"]!["birthday"]).Should().Be((null, "2000-12-31"));
        Shows(changed["data"]!["im"], """[{"value":"ines","label":"skype"}]""");
        ((string?)created["data"]!["postal_address"]!["locality"]).Should().Be("Leeds");
        ((string?)changed["data"]!["postal_address"]!["value"], changed["data"]!["postal_address"]!["locality"]).Should().Be(("2 Main St", null), "parts left out are null");
    }
}

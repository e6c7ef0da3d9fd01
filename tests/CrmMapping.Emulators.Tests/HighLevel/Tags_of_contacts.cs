using System.Net;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class Tags_of_contacts : HighLevelTests
{
    [Fact]
    public async Task Are_added_to_those_that_are_there_and_removed_from_them()
    {
        var id = Person(("firstName", "Mara"), ("tags", "vip"));

        var added = await Post($"/contacts/{id}/tags", new { tags = new[] { "new", "vip" } });
        var removed = await Delete($"/contacts/{id}/tags", new { tags = new[] { "vip", "unknown" } });

        (added.Status, removed.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK));
        (added["tags"]!.ToJsonString(), removed["tags"]!.ToJsonString()).Should().Be(("""["vip","new"]""", """["new"]"""));
        Emulator.Contacts.Find(id)!["tags"].Should().Be("new");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"tags":"vip"}""")]
    [InlineData("""{"tags":[7]}""")]
    public async Task Are_a_list_of_texts(string body)
    {
        var id = Person(("firstName", "Mara"), ("tags", "vip"));

        var refused = new[] { await Post($"/contacts/{id}/tags", body), await Delete($"/contacts/{id}/tags", body) };

        refused.Select(reply => reply.Status).Should().AllBeEquivalentTo(HttpStatusCode.UnprocessableEntity);
        Emulator.Contacts.Find(id)!["tags"].Should().Be("vip");
    }

    [Fact]
    public async Task Of_many_contacts_change_at_once_and_those_that_are_not_there_are_counted()
    {
        var (mara, ivo) = (Person(("firstName", "Mara"), ("tags", "vip")), Person(("firstName", "Ivo")));

        var added = await Post("/contacts/bulk/tags/update/add", new { locationId = Location, contacts = new[] { mara, "nobody", ivo }, tags = new[] { "new" } });

        (added.Status, (bool)added["succeded"]!, (int)added["errorCount"]!).Should().Be((HttpStatusCode.Created, true, 1));
        (Emulator.Contacts.Find(mara)!["tags"], Emulator.Contacts.Find(ivo)!["tags"]).Should().Be(("vip,new", "new"));
    }

    [Theory]
    [InlineData(false, "vip")]
    [InlineData(true, null)]
    public async Task Of_many_contacts_are_removed_by_name_or_all(bool removeAllTags, string? left)
    {
        var mara = Person(("firstName", "Mara"), ("tags", "vip,new"));

        var removed = await Post("/contacts/bulk/tags/update/remove", new { locationId = Location, contacts = new[] { mara }, tags = new[] { "new" }, removeAllTags });

        removed.Status.Should().Be(HttpStatusCode.Created);
        Emulator.Contacts.Find(mara)!["tags"].Should().Be(left);
    }
}

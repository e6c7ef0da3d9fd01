using System.Net;

namespace CrmMapping.Emulators.Tests;

public sealed class A_merge : EmulatorTests
{
    [Fact]
    public async Task Makes_a_third_contact_that_both_old_ids_lead_to()
    {
        var (primary, other) = (Person("a@example.com", ("city", "Leeds")), Person("b@example.com", ("city", "Lyon"), ("zip", "69001")));

        var survivor = await Post($"{Contacts}/merge", new { primaryObjectId = primary, objectIdToMerge = other });
        var id = (string)survivor["id"]!;
        var read = await Get($"{Contacts}/{other}?properties=city,zip,email,hs_additional_emails,hs_merged_object_ids");
        var patched = await Patch($"{Contacts}/{primary}", new { properties = Values(("city", "Bath")) });

        id.Should().NotBe(primary).And.NotBe(other);
        ((string?)read["id"]).Should().Be(id);
        (read.Property("city"), read.Property("zip"), read.Property("email")).Should().Be(("Leeds", "69001", "a@example.com"));
        (read.Property("hs_additional_emails"), read.Property("hs_merged_object_ids")).Should().Be(("b@example.com", $"{primary};{other}"));
        (patched.Property("city"), (string?)patched["id"]).Should().Be(("Bath", id));
        (await Get(Contacts)).Ids.Should().Equal(id);
    }

    [Fact]
    public async Task Of_a_contact_with_itself_or_nobody_is_refused()
    {
        var id = Person("a@example.com");

        (await Post($"{Contacts}/merge", new { primaryObjectId = id, objectIdToMerge = id })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Post($"{Contacts}/merge", new { primaryObjectId = id, objectIdToMerge = "999" })).Status.Should().Be(HttpStatusCode.NotFound);
    }
}

namespace CrmMapping.Emulators.Tests;

public sealed class A_merge_in_an_older_account : EmulatorTests
{
    protected override HubSpotEmulatorOptions Options => new() { MergeKeepsWinnerId = true };

    [Fact]
    public async Task Keeps_the_id_of_the_primary_contact()
    {
        var (primary, other) = (Person("a@example.com"), Person("b@example.com"));

        var survivor = Emulator.Contacts.Merge(primary, other);

        survivor.Id.Should().Be(primary);
        survivor["hs_merged_object_ids"].Should().Be(other);
        ((string?)(await Get($"{Contacts}/{other}"))["id"]).Should().Be(primary);
    }
}

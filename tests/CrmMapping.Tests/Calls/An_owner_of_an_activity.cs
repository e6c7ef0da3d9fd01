namespace CrmMapping.Tests.Calls;

public sealed class An_owner_of_an_activity
{
    [Fact]
    public void Is_the_one_that_the_hosts_user_is_paired_with()
    {
        var owners = new ActivityOwners(
            [new OwnerPair("u1", "o1") { OwnerEmail = "ada@crm.example" }, new OwnerPair("u2", "o2")],
            [new LocalUser("u1", "Ada@host.example", "Ada"), new LocalUser("u3", "eve@host.example", "Eve"), new LocalUser("u2", null, "Bob")]);

        owners.Find("ada@HOST.example ").Should().Be("o1");
        owners.Find("ada@crm.example").Should().Be("o1");
        owners.Find("eve@host.example").Should().BeNull();
        owners.Find(null).Should().BeNull();
    }
}

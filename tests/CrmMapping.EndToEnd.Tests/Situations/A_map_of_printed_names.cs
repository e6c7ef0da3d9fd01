using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

[Trait("Rule", "C7")]
public sealed class A_map_of_printed_names
{
    [Fact]
    public async Task Reads_and_writes_the_properties_that_they_stand_for()
    {
        await using var host = await SyncHost.StartAsync(h => h.UseContactMap<PrintedMap>());
        var ada = host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        (await host.PersonAsync(id)).Phone.Should().Be("+14155550101");

        await host.Contacts.UpdateAsync(id, p => p.Phone = "+14155550102");
        await host.SyncToRestAsync();

        host.Crm.Contacts.Find(ada.Id)!["phone"].Should().Be("+14155550102");
    }

    [Fact]
    public async Task Keeps_to_a_property_that_really_bears_the_name()
    {
        await using var host = await SyncHost.StartAsync(h => h.UseContactMap<PrintedMap>());
        host.Crm.Properties.Add(new HubSpotProperty { Name = "phonenumber", Label = "Our phone", Type = "string", FieldType = "phonenumber" });
        var ada = host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        host.Crm.Contacts.Update(ada.Id, "phonenumber", "+14155550199");

        await host.PullAsync();

        (await host.PersonAsync(await host.LocalIdAsync("ada@example.com"))).Phone.Should().Be("+14155550199");
    }

    private sealed class PrintedMap : ContactMap<Person>
    {
        public PrintedMap()
        {
            Map(c => c.Phone).To("phonenumber").Locked();
            Map(c => c.Email).To("email").Locked();
        }
    }
}

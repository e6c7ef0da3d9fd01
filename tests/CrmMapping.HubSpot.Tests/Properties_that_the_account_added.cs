using CrmMapping.Emulators;

namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "C3")]
public sealed class Properties_that_the_account_added
{
    [Fact]
    public async Task Are_told_from_those_of_HubSpot()
    {
        await using var account = await HubSpotAccount.OpenAsync();
        account.Emulator.Properties.Add(new HubSpotProperty { Name = "own_owner", Label = "Our owner", Type = "string", FieldType = "text" });

        var described = await account.Session.DescribeAsync(RecordType.Contact, default);

        described.Where(field => field.IsCustom).Select(field => (field.Key, field.Type)).Should().Equal(("own_owner", FieldType.Text));
    }
}

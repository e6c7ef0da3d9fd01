namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "C7")]
public sealed class Printed_names_of_properties
{
    [Fact]
    public async Task Stand_for_standard_properties_that_every_account_has()
    {
        await using var account = await HubSpotAccount.OpenAsync();

        var described = (await account.Session.DescribeAsync(RecordType.Contact, default)).Select(field => field.Key).ToList();

        account.Traits.FieldAliases.Should().Equal(
            new FieldAlias("phonenumber", "phone"), new FieldAlias("lead_status", "hs_lead_status"), new FieldAlias("timezone", "hs_timezone"));
        account.Traits.FieldAliases.Should().OnlyContain(alias => described.Contains(alias.Key) && !described.Contains(alias.Name));
        account.Traits.KnownFields.Select(field => field.Key).Should().Contain(account.Traits.FieldAliases.Select(alias => alias.Key));
    }
}

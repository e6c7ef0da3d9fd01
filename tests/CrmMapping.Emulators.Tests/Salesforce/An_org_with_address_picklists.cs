namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class An_org_with_address_picklists : SalesforceTests
{
    protected override SalesforceEmulatorOptions Options => new() { HasAddressPicklists = true };

    [Theory]
    [InlineData("""{"MailingCountry":"United States","MailingState":"Oregon"}""", "US", "OR")]
    [InlineData("""{"MailingCountryCode":"US","MailingStateCode":"OR"}""", "US", "OR")]
    [InlineData("""{"MailingCountryCode":"DE"}""", "DE", null)]
    public async Task Keeps_names_and_codes_in_step(string body, string country, string? state)
    {
        var id = Contact("Byron");

        await Patch($"{Contacts}/{id}", body);

        var contact = Emulator.Contacts.Find(id)!;
        (contact["MailingCountryCode"], contact["MailingStateCode"]).Should().Be((country, state));
        contact["MailingCountry"].Should().Be(country is "US" ? "United States" : "Germany");
        contact["MailingState"].Should().Be(state is null ? null : "Oregon");
    }

    [Theory]
    [InlineData("""{"MailingCountry":"Elbonia"}""", "MailingCountry",
        "There's a problem with this country, even though it may appear correct. Please select a country/territory from the list of valid countries.: Mailing Country")]
    [InlineData("""{"MailingStateCode":"OR"}""", "MailingStateCode", null)]
    [InlineData("""{"MailingStateCode":"OR","MailingCountryCode":"DE"}""", "MailingStateCode", null)]
    public async Task Takes_no_place_that_is_not_listed(string body, string field, string? message)
    {
        var refused = await Patch($"{Contacts}/{Contact("Byron")}", body);

        (Code(refused), (string?)refused.Body![0]!["fields"]![0]).Should().Be(("FIELD_INTEGRITY_EXCEPTION", field));
        if (message is not null)
            ((string?)refused.Body[0]!["message"]).Should().Be(message);
    }

    [Fact]
    public async Task Has_the_codes_in_its_description()
    {
        var described = await Get($"{Contacts}/describe");

        var code = described["fields"]!.AsArray().Single(field => (string?)field!["name"] is "MailingCountryCode")!;
        ((bool)code["restrictedPicklist"]!, code["picklistValues"]!.AsArray().Count).Should().Be((true, 6));
    }
}

using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class Finding_contacts
{
    [Fact]
    public async Task Finds_by_address_whatever_its_case()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada@Example.com");

        (await FindAsync(account, new MatchKey(MatchKeyKind.Email, "ada@example.com"))).Should().Equal(ada);
    }

    [Fact]
    public async Task Finds_by_the_address_that_a_merged_contact_brought()
    {
        await using var account = await OpenAsync();
        var survivor = account.Emulator.Contacts.Merge(account.Create("ada@example.com"), account.Create("second@example.com")).Id;
        account.Time.Advance(TimeSpan.FromSeconds(10));

        (await FindAsync(account, new MatchKey(MatchKeyKind.Email, "second@example.com"))).Should().Contain(survivor);
    }

    [Theory]
    [InlineData("+12155550123")]
    [InlineData("(215) 555-0123")]
    public async Task Finds_by_number_however_it_was_written(string written)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com", phone: written);
        account.Create("bob@example.com", phone: "+12155550124");
        account.Time.Advance(TimeSpan.FromSeconds(10));

        (await FindAsync(account, new MatchKey(MatchKeyKind.Phone, "+12155550123"))).Should().Equal(ada);
    }

    [Fact]
    public async Task Finds_a_thousand_numbers_in_searches_that_HubSpot_takes()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(
            Enumerable.Range(0, 1000).Select(number => Values(("email", $"c{number}@example.com"), ("phone", $"+1215555{number:0000}"))));
        account.Time.Advance(TimeSpan.FromSeconds(10));

        var found = await FindAsync(
            account, [.. Enumerable.Range(0, 1000).Select(number => new MatchKey(MatchKeyKind.Phone, $"+1215555{number:0000}"))]);

        found.Should().BeEquivalentTo(ids);
        account.Emulator.Requests.ByStatus.Keys.Should().OnlyContain(status => status < 300);
    }

    [Theory]
    [InlineData("+12155550123", "2155550123")]
    [InlineData("+442071838750;ext=12", "2071838750")]
    [InlineData("+35312345678", "12345678")]
    [InlineData("+77012345678", "7012345678")]
    [InlineData("+1", "")]
    public void Searches_for_the_number_without_its_calling_code(string number, string national) =>
        CallingCodes.NationalNumber(number).Should().Be(national);

    [Fact]
    public async Task Finds_what_was_created_since()
    {
        await using var account = await OpenAsync();
        account.Create("old@example.com");
        account.Time.Advance(TimeSpan.FromMinutes(1));
        var since = account.Time.GetCurrentInstant();
        var ada = account.Create("ada@example.com");
        account.Time.Advance(TimeSpan.FromMinutes(1));

        using var page = await account.Session.ReadCreatedAsync(Fields, since, default);

        page.Select(record => record.Id).Should().Equal(ada);
    }

    private static async Task<List<string>> FindAsync(HubSpotAccount account, params MatchKey[] keys)
    {
        using var page = await account.Session.FindAsync(Fields, keys, default);
        return [.. page.Select(record => record.Id)];
    }
}

namespace CrmMapping.Emulators.Tests;

public sealed class Invented_contacts
{
    [Fact]
    public void Are_the_same_for_the_same_seed() =>
        SampleContacts.Generate(50, seed: 4).Should().Equal(SampleContacts.Generate(100, seed: 4).Take(50))
            .And.NotEqual(SampleContacts.Generate(50, seed: 5));

    [Fact]
    public void Have_addresses_of_their_own_at_a_domain_that_is_nobodys()
    {
        var addresses = SampleContacts.Generate(5_000).Select(person => person.Email).ToList();

        addresses.Should().OnlyHaveUniqueItems();
        addresses.Should().OnlyContain(address => address.EndsWith("@example.com", StringComparison.Ordinal) && !address.Any(char.IsAsciiLetterUpper));
    }

    [Fact]
    public void In_north_america_have_numbers_kept_for_fiction()
    {
        var digits = SampleContacts.Generate(2_000).Where(person => person.Country is "United States")
            .Select(person => string.Concat(person.Phone.Where(char.IsAsciiDigit)));

        digits.Should().NotBeEmpty().And.OnlyContain(number => number.Substring(number.Length - 7, 5) == "55501");
    }

    [Fact]
    public async Task Are_all_welcome_in_an_account()
    {
        await using var emulator = await HubSpotEmulator.StartAsync();

        var ids = emulator.Contacts.CreateMany(SampleContacts.Generate(500).Select(person => person.ToHubSpotProperties()));

        ids.Should().HaveCount(500).And.OnlyHaveUniqueItems();
        emulator.Contacts.Count.Should().Be(500);
    }
}

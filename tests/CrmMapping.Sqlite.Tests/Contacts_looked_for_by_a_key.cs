namespace CrmMapping.Sqlite.Tests;

public sealed class Contacts_looked_for_by_a_key : IDisposable
{
    private const string Tenant = Connection.DefaultTenant;

    private readonly ContactFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory, Trait("Rule", "M2")]
    [InlineData("+1 415 555 0123", "+14155550123")]
    [InlineData("(415) 555-0123", "+14155550123")]
    [InlineData("555 0123", "+14155550123")]
    [InlineData("415.555.0123 ext. 12", "+14155550123")]
    [InlineData("415-555-0123x12", "+14155550123")]
    [InlineData("+14155550123;ext=12", "+14155550123")]
    [InlineData("020 7183 8750", "+442071838750")]
    [InlineData("555 1234", "+3545551234")]
    [InlineData("211234", "+298211234")]
    [InlineData("1-800-FLOWERS", "+18003569377")]
    [InlineData("٤١٥٥٥٥٠١٢٣", "+14155550123")]
    [InlineData("０４１５５５５０１２３", "+14155550123")]
    public async Task Are_found_however_the_number_is_written(string written, string key)
    {
        var id = await _file.Contacts.AddAsync(new Contact { MobilePhone = written });

        (await FindAsync(new MatchKey(MatchKeyKind.Phone, key))).Should().Equal(id);
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Are_found_by_e_mail_whatever_its_case()
    {
        var id = await _file.Contacts.AddAsync(new Contact { Email = " Ada@Acme.Test" });

        (await FindAsync(new MatchKey(MatchKeyKind.Email, "ada@acme.test"))).Should().Equal(id);
    }

    [Fact]
    public async Task Are_not_read_for_ending_alike_once_their_numbers_are_whole()
    {
        var id = await _file.Contacts.AddAsync(new Contact { Phone = "+14155550123" });
        await _file.Contacts.AddAsync(new Contact { Phone = "+15035550123" });
        await _file.Contacts.AddAsync(new Contact { Phone = "+12125550123;ext=7" });

        (await FindAsync(new MatchKey(MatchKeyKind.Phone, "+14155550123"))).Should().Equal(id);
    }

    [Fact]
    public async Task Come_once_although_several_keys_find_them()
    {
        var id = await _file.Contacts.AddAsync(new Contact { Phone = "+14155550123", Email = "ada@acme.test" });
        await _file.Contacts.AddAsync(new Contact { Phone = "+14155550199" });

        var found = await FindAsync(
            new(MatchKeyKind.Phone, "+14155550123"), new(MatchKeyKind.Email, "ada@acme.test"), new(MatchKeyKind.Phone, "+4930123456"));

        found.Should().Equal(id);
    }

    [Fact]
    public async Task Are_found_by_what_they_hold_now()
    {
        var id = await _file.Contacts.AddAsync(new Contact { Phone = "+14155550123" });
        await _file.Contacts.UpdateAsync(id, contact => contact.Phone = "+14155550199");

        (await FindAsync(new MatchKey(MatchKeyKind.Phone, "+14155550123"))).Should().BeEmpty();
        (await FindAsync(new MatchKey(MatchKeyKind.Phone, "+14155550199"))).Should().Equal(id);
    }

    [Fact]
    public async Task Are_not_found_in_another_tenant_the_archive_or_after_their_end()
    {
        await _file.Contacts.AddAsync(new Contact { Email = "ada@acme.test" }, "another tenant");
        var archived = await _file.Contacts.AddAsync(new Contact { Email = "ada@acme.test" });
        await _file.Archive.ArchiveAsync(Tenant, [archived], default);
        var deleted = await _file.Contacts.AddAsync(new Contact { Email = "ada@acme.test" });
        await _file.Contacts.DeleteAsync(deleted);

        (await FindAsync(new MatchKey(MatchKeyKind.Email, "ada@acme.test"))).Should().BeEmpty();
    }

    private async Task<IEnumerable<string>> FindAsync(params MatchKey[] keys) =>
        (await _file.Repository.FindAsync(Tenant, keys, default)).Select(contact => contact.Id);
}

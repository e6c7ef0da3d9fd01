#pragma warning disable CS1591 // The names of tests are sentences.

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Fact, Trait("Rule", "M2")]
    public async Task Records_are_found_by_a_phone_number_however_people_wrote_it()
    {
        await using var crm = await OpenAsync();
        var written = new Dictionary<string, string>
        {
            ["+12155550123"] = "+12155550123",
            ["+12155550124"] = "(215) 555-0124",
            ["+12155550125"] = "+1 215-555-0125",
            ["+12155550126"] = "215.555.0126",
            ["+12155550127"] = "1-215-555-0127",
            ["+12155550128"] = "2155550128",
            ["+442071838750"] = "+44 20 7183 8750",
            ["+442071838751"] = "020 7183 8751",
        };
        var ids = written.Values.Select((phone, number) => crm.Account.Create(With(crm, number, crm.Fields.Phone, phone))).ToList();
        crm.Create(99);
        crm.Account.Pass(crm.Lag);

        foreach (var (key, id) in written.Keys.Zip(ids))
        {
            Assert.Contains(id, (await crm.FindAsync(default, new MatchKey(MatchKeyKind.Phone, key))).Select(static record => record.Id));
        }
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Records_are_found_by_an_address_in_any_case()
    {
        await using var crm = await OpenAsync();
        var id = crm.Account.Create(With(crm, 1, crm.Fields.Email, "Grace.Hopper@Example.com"));
        crm.Create(2);
        crm.Account.Pass(crm.Lag);

        var found = await crm.FindAsync(default, new MatchKey(MatchKeyKind.Email, "grace.hopper@example.com"));

        Assert.Contains(id, found.Select(static record => record.Id));
        Assert.Equal("Person1", crm.Read(found.First(record => record.Id == id), crm.Fields.Name).Text);
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Every_record_is_found_by_more_keys_than_one_request_takes()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 150);
        crm.Account.Pass(crm.Lag);

        var found = await crm.FindAsync(default, [.. Enumerable.Range(0, 150).SelectMany(static number => new[]
        {
            new MatchKey(MatchKeyKind.Phone, OpenAccount.PhoneOf(number)),
            new MatchKey(MatchKeyKind.Email, OpenAccount.EmailOf(number)),
        })]);

        Assert.Empty(ids.Except(found.Select(static record => record.Id)));
    }

    [Fact]
    public async Task Nothing_is_made_of_a_key_that_nobody_holds()
    {
        await using var crm = await OpenAsync();
        crm.CreateMany(0, 5);
        crm.Account.Pass(crm.Lag);

        var found = await crm.FindAsync(
            default, new MatchKey(MatchKeyKind.Email, "nobody@nowhere.example"), new MatchKey(MatchKeyKind.Phone, "+35312345678"));

        // Too many are harmless, since the core compares again; all of them would be no search.
        Assert.InRange(found.Count, 0, 4);
    }

    [Theory]
    [InlineData("o'brien@example.com")]
    [InlineData("x'or'1'='1@example.com")]
    [InlineData("x%25_%@example.com")]
    [InlineData("x*?@example.com")]
    [InlineData("x\\'@example.com")]
    [InlineData("\"x\"@example.com")]
    [InlineData("x&limit=1#@example.com")]
    [InlineData("x{}()[]:^~+-!@example.com")]
    public async Task A_key_is_a_value_and_never_part_of_a_query(string email)
    {
        await using var crm = await OpenAsync();
        crm.CreateMany(0, 5);
        crm.Account.Pass(crm.Lag);

        var found = await crm.FindAsync(default, new MatchKey(MatchKeyKind.Email, email));

        Assert.InRange(found.Count, 0, 4);
    }

    [Theory, Trait("Rule", "M2")]
    [InlineData("o'brien@example.com")]
    [InlineData("a+b@example.com")]
    [InlineData("a_b-c@sub.example.com")]
    [InlineData("per%cent@example.com")]
    [InlineData("a&b@example.com")]
    public async Task A_record_is_found_whatever_its_address_holds(string email)
    {
        await using var crm = await OpenAsync();
        var id = crm.Account.Create(With(crm, 1, crm.Fields.Email, email));
        crm.Account.Pass(crm.Lag);

        Assert.Contains(id, (await crm.FindAsync(default, new MatchKey(MatchKeyKind.Email, email))).Select(static record => record.Id));
    }

    [Fact, Trait("Rule", "M2")]
    public async Task A_record_that_is_archived_is_not_found()
    {
        await using var crm = await OpenAsync();
        crm.Account.Archive(crm.Create(1));
        crm.Account.Pass(crm.Lag);

        var found = await crm.FindAsync(
            default, new MatchKey(MatchKeyKind.Email, OpenAccount.EmailOf(1)), new MatchKey(MatchKeyKind.Phone, OpenAccount.PhoneOf(1)));

        Assert.All(found, static record => Assert.True(record.IsArchived));
    }

    private static Dictionary<string, string> With(OpenAccount crm, int number, FieldDescriptor field, string value) =>
        new(crm.Person(number), StringComparer.Ordinal) { [field.Key] = value };
}

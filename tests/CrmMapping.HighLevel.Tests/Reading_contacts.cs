using static CrmMapping.HighLevel.Tests.HighLevelAccount;

namespace CrmMapping.HighLevel.Tests;

public sealed class Reading_contacts
{
    private static readonly CrmFieldSet Searched = new(RecordType.Contact,
    [
        new FieldDescriptor { Key = "email", Type = FieldType.Email },
        new FieldDescriptor { Key = "firstName", Type = FieldType.Text },
        new FieldDescriptor { Key = "address1", Type = FieldType.Text },
    ]);

    [Fact, Trait("Rule", "S4")]
    public async Task A_page_comes_from_search_where_that_holds_all_and_says_that_it_may_be_late()
    {
        await using var account = await OpenAsync();
        account.Create(("email", "ada@example.com"), ("firstName", "Ada"), ("address1", "Elm Street 1"));
        account.Time.Advance(TimeSpan.FromMinutes(1));

        using var page = await account.Session.ReadPageAsync(Searched, null, default);

        var record = page.Should().ContainSingle().Subject;
        (record.MayBeStale, record.Values.Value(1).Text, record.Values.Value(2).Text).Should().Be((true, "Ada", "Elm Street 1"));
        account.Emulator.Requests.CountOf("contacts.get").Should().Be(0);
    }

    [Fact]
    public async Task A_name_that_search_may_have_in_lower_case_is_read_by_id()
    {
        await using var account = await OpenAsync();
        account.Create(("email", "ada@example.com"), ("firstName", "ada"));
        account.Time.Advance(TimeSpan.FromMinutes(1));

        using var page = await account.Session.ReadPageAsync(Searched, null, default);

        page.Should().ContainSingle().Which.MayBeStale.Should().BeFalse();
        account.Emulator.Requests.CountOf("contacts.get").Should().Be(1);
    }

    [Fact]
    public async Task A_field_that_search_does_not_hold_is_read_by_id()
    {
        await using var account = await OpenAsync();
        account.Create(("email", "ada@example.com"), ("firstName", "Ada"), ("companyName", "Falk"));
        account.Time.Advance(TimeSpan.FromMinutes(1));

        using var page = await account.Session.ReadPageAsync(Fields, null, default);

        page.Should().ContainSingle().Which.Values.Value(Ordinal("companyName")).Text.Should().Be("Falk");
        account.Emulator.Requests.CountOf("contacts.get").Should().Be(1);
    }

    [Theory, Trait("Rule", "S4")]
    [InlineData(700, 20, 2)]
    [InlineData(700, 2, 1)]
    public async Task Keys_are_looked_for_in_the_cheaper_way(int contacts, int keys, int searches)
    {
        await using var account = await OpenAsync();
        for (var number = 0; number < contacts; number++)
        {
            account.Create(("email", $"ada{number}@example.com"), ("firstName", "Ada"));
        }

        account.Time.Advance(TimeSpan.FromMinutes(1));
        await FindAsync(account, 2);
        account.Emulator.Requests.Reset();

        var found = await FindAsync(account, keys);

        (found, account.Emulator.Requests.CountOf("contacts.search")).Should().Be((keys, searches));
    }

    private static async Task<int> FindAsync(HighLevelAccount account, int keys)
    {
        using var page = await account.Session.FindAsync(
            Searched, [.. Enumerable.Range(0, keys).Select(static number => new MatchKey(MatchKeyKind.Email, $"ada{number}@example.com"))], default);
        return page.Count;
    }
}

using static CrmMapping.HighLevel.Tests.HighLevelAccount;

namespace CrmMapping.HighLevel.Tests;

[Trait("Rule", "O5")]
public sealed class A_location_that_does_not_search_by_the_time_of_a_change
{
    private const int Contacts = 1200;

    [Fact]
    public async Task Is_gone_through_and_tells_what_changed_and_nothing_else()
    {
        await using var account = await OpenAsync(static options => options with { SortsByUpdate = false });
        var ids = Create(account);
        var start = await PresentAsync(account);
        account.Emulator.Contacts.Update(ids[3], [new("firstName", "Ada")]);
        account.Emulator.Contacts.Update(ids[^1], [new("firstName", "Bob")]);
        account.Time.Advance(TimeSpan.FromMinutes(1));

        var (told, at) = await ReadAsync(account, start);

        told.Should().BeEquivalentTo(ids[3], ids[^1]);
        (await ReadAsync(account, at)).Told.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Goes_on_in_another_process_at_the_page_where_one_stopped()
    {
        await using var account = await OpenAsync(static options => options with { SortsByUpdate = false });
        var last = Create(account)[^1];
        var start = await PresentAsync(account);
        account.Emulator.Contacts.Update(last, [new("firstName", "Ada")]);
        account.Time.Advance(TimeSpan.FromMinutes(1));
        using var first = await account.Session.ReadChangesAsync(Fields, start, default);

        using var other = account.NewAdapter();
        await using var session = other.Open(account.Connection);
        var searches = account.Emulator.Requests.CountOf("contacts.search");
        var rest = await ReadAsync(account, first.Next!, session);

        rest.Told.Should().Equal(last);
        (account.Emulator.Requests.CountOf("contacts.search") - searches).Should().Be(2);
    }

    private static List<string> Create(HighLevelAccount account)
    {
        var ids = Enumerable.Range(0, Contacts).Select(number => account.Create(("email", $"c{number}@example.com"))).ToList();
        account.Time.Advance(TimeSpan.FromMinutes(1));
        return ids;
    }

    private static async Task<string> PresentAsync(HighLevelAccount account)
    {
        using var page = await account.Session.ReadChangesAsync(Fields, null, default);
        return page.Next!;
    }

    private static async Task<(List<string> Told, string Next)> ReadAsync(HighLevelAccount account, string position, ICrmSession? session = null)
    {
        List<string> told = [];
        for (; ; )
        {
            using var page = await (session ?? account.Session).ReadChangesAsync(Fields, position, default);
            told.AddRange(page.Select(static record => record.Id));
            position = page.Next!;
            if (!page.HasMore)
            {
                return (told, position);
            }
        }
    }
}

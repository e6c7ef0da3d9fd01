using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class Following_changes
{
    [Fact]
    public async Task Starts_at_the_present_without_reading()
    {
        await using var account = await OpenAsync();
        account.Create("old@example.com");
        account.Time.Advance(TimeSpan.FromMinutes(5));

        var position = await PresentAsync(account);
        account.Create("new@example.com", "New");
        account.Time.Advance(TimeSpan.FromSeconds(10));

        (await FollowAsync(account, position)).Emails.Should().Equal("new@example.com");
    }

    [Fact]
    public async Task Gives_a_change_once()
    {
        await using var account = await OpenAsync();
        var position = await PresentAsync(account);
        account.Create("ada@example.com");
        account.Time.Advance(TimeSpan.FromSeconds(10));

        var (first, after) = await FollowAsync(account, position);
        account.Time.Advance(TimeSpan.FromSeconds(2));
        var (second, _) = await FollowAsync(account, after);

        first.Should().Equal("ada@example.com");
        second.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Loses_nothing_that_search_learns_of_late()
    {
        await using var account = await OpenAsync();
        var position = await PresentAsync(account);
        var late = account.Create("late@example.com");

        for (var second = 0; second < 6; second++)
        {
            (var emails, position) = await FollowAsync(account, position);
            emails.Should().BeEmpty();
            account.Time.Advance(TimeSpan.FromSeconds(1));
        }

        account.Time.Advance(TimeSpan.FromSeconds(2));
        (await FollowAsync(account, position)).Emails.Should().Equal("late@example.com");
        late.Should().NotBeEmpty();
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Reads_more_than_a_search_gives_at_most_although_all_changed_at_one_instant()
    {
        await using var account = await OpenAsync(options => options with { LimitsEnabled = false }, options =>
        {
            options.RequestsPerTenSeconds = 100_000;
            options.SearchesPerSecond = 10_000;
        });
        var position = await PresentAsync(account);
        account.Emulator.Contacts.CreateMany(
            Enumerable.Range(0, 10_250).Select(number => Values(("email", $"c{number}@example.com"))));
        account.Time.Advance(TimeSpan.FromMinutes(2));
        account.Create("last@example.com");
        account.Time.Advance(TimeSpan.FromMinutes(2));

        var (emails, after) = await FollowAsync(account, position);

        emails.Distinct().Should().HaveCount(10_251);
        account.Emulator.Requests.Reset();
        (await FollowAsync(account, after)).Emails.Should().BeEmpty();
        account.Emulator.RequestCount.Should().Be(2, "a search and a page of the bin");
    }

    [Fact]
    public async Task Costs_the_same_however_many_contacts_there_are()
    {
        await using var account = await OpenAsync();
        account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 2000).Select(number => Values(("email", $"c{number}@example.com"))));
        account.Time.Advance(TimeSpan.FromMinutes(5));
        var position = await PresentAsync(account);
        foreach (var contact in account.Emulator.Contacts.All.Take(100))
        {
            account.Emulator.Contacts.Update(contact.Id, "firstname", "Ada");
        }

        account.Time.Advance(TimeSpan.FromMinutes(1));
        account.Emulator.Requests.Reset();

        var (emails, _) = await FollowAsync(account, position);

        emails.Should().HaveCount(100);
        account.Emulator.RequestCount.Should().Be(3, "a search, a batch and a page of the bin");
    }

    [Fact, Trait("Rule", "M6")]
    public async Task Tells_of_contacts_that_were_archived()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 250).Select(number => Values(("email", $"c{number}@example.com"))));
        account.Time.Advance(TimeSpan.FromMinutes(5));
        var position = await PresentAsync(account);
        foreach (var id in ids)
        {
            account.Emulator.Contacts.Archive(id);
        }

        List<string> archived = [];
        for (var poll = 0; poll < 3; poll++)
        {
            using var page = await account.Session.ReadChangesAsync(Fields, position, default);
            archived.AddRange(page.Where(record => record.IsArchived).Select(record => record.Id));
            position = page.Next!;
        }

        archived.Should().Equal(ids, "each poll reads a page of the bin, and the next one goes on from there");
    }

    [Fact, Trait("Rule", "M6")]
    public async Task Walks_through_the_bin_again_and_again_and_begins_anew_where_its_place_is_lost()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Contacts.Archive(ada);
        account.Time.Advance(TimeSpan.FromMinutes(5));
        var lost = await PresentAsync(account) + "gone";

        var first = await ArchivedAsync(account, lost);
        var second = await ArchivedAsync(account, first.Position);
        var third = await ArchivedAsync(account, second.Position);

        (first.Ids.Count, second.Ids.Single(), third.Ids.Single()).Should().Be((0, ada, ada));
    }

    [Fact]
    public async Task Says_nothing_of_the_values_of_what_is_archived()
    {
        await using var account = await OpenAsync();
        await account.Session.DescribeAsync(RecordType.Contact, default);
        account.Emulator.Contacts.Archive(account.Create("ada@example.com", "Ada"));

        using var page = await account.Session.ReadChangesAsync(Fields, await PresentAsync(account), default);

        page.Should().ContainSingle().Which.Values.IsUnknown(1).Should().BeTrue();
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Goes_on_from_a_position_of_the_version_before()
    {
        await using var account = await OpenAsync();
        var floor = account.Time.GetCurrentInstant().ToUnixTimeMilliseconds();
        var (ada, bob) = (account.Create("ada@example.com"), account.Create("bob@example.com"));
        account.Time.Advance(TimeSpan.FromMinutes(1));

        var (emails, _) = await FollowAsync(account, $"1|{floor}|{floor}||0|{ada}:0,");

        emails.Should().Equal("bob@example.com");
        bob.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_position_that_it_did_not_write()
    {
        await using var account = await OpenAsync();

        var read = () => account.Session.ReadChangesAsync(Fields, "yesterday", default);

        (await read.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Refused);
    }

    private static async Task<string> PresentAsync(HubSpotAccount account)
    {
        using var page = await account.Session.ReadChangesAsync(Fields, null, default);
        page.Should().BeEmpty();
        return page.Next!;
    }

    private static async Task<(List<string> Ids, string Position)> ArchivedAsync(HubSpotAccount account, string position)
    {
        using var page = await account.Session.ReadChangesAsync(Fields, position, default);
        return ([.. page.Where(record => record.IsArchived).Select(record => record.Id)], page.Next!);
    }

    private static async Task<(List<string> Emails, string Position)> FollowAsync(HubSpotAccount account, string position)
    {
        List<string> emails = [];
        bool more;
        do
        {
            using var page = await account.Session.ReadChangesAsync(Fields, position, default);
            page.Should().NotContain(record => record.HasValues || record.ModifiedAt == null, "what the search holds may be old");
            using var read = await account.Session.ReadAsync(Fields, [.. page.Select(record => record.Id)], default);
            emails.AddRange(read.Select(record => record.Values.Value(0).Text!));
            (position, more) = (page.Next!, page.HasMore);
        }
        while (more);

        return (emails, position);
    }
}

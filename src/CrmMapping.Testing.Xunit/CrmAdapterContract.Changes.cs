#pragma warning disable CS1591 // The names of tests are sentences.
using NodaTime;

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Fact]
    public async Task Changes_begin_at_the_present_and_read_nothing_of_the_past()
    {
        await using var crm = await OpenAsync();
        crm.CreateMany(0, 3);
        crm.Account.Pass(Duration.FromHours(1));

        var position = await crm.PresentAsync(default);
        var ada = crm.Create(7);
        crm.Account.Pass(crm.Lag);

        Assert.Equal([ada], (await PollAsync(crm, position)).Ids);
    }

    [Fact]
    public async Task A_poll_of_an_account_at_rest_finds_nothing_and_keeps_a_position()
    {
        await using var crm = await OpenAsync();
        var position = await crm.PresentAsync(default);
        for (var poll = 0; poll < 3; poll++)
        {
            crm.Account.Pass(Duration.FromMinutes(1));
            var (ids, next) = await PollAsync(crm, position);
            Assert.Empty(ids);
            position = next;
        }

        var ada = crm.Create(1);
        crm.Account.Pass(crm.Lag);

        Assert.Equal([ada], (await PollAsync(crm, position)).Ids);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task No_change_is_left_out_where_many_are_made_at_one_instant()
    {
        await using var crm = await OpenAsync();
        var position = await crm.PresentAsync(default);
        var ids = crm.CreateMany(0, crm.Account.Adapter.Traits.BatchSize * 2 + 50);
        crm.Account.Pass(crm.Lag);

        var (read, _) = await PollAsync(crm, position);

        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Changes_are_taken_up_again_from_every_position_that_was_given()
    {
        await using var crm = await OpenAsync();
        var begin = await crm.PresentAsync(default);
        for (var group = 0; group < 6; group++)
        {
            crm.CreateMany(group * 50, 50);
            crm.Account.Pass(Duration.FromSeconds(group % 2));
        }

        crm.Account.Pass(crm.Lag);
        var pages = await crm.PollAsync(begin, default);

        for (var page = 0; page < pages.Count; page++)
        {
            await using var another = crm.Open();
            var rest = await crm.PollAsync(pages[page].Position, default, another);
            var missing = pages.Skip(page + 1).SelectMany(Ids).Except(pages.Take(page + 1).SelectMany(Ids)).Except(rest.SelectMany(Ids));
            Assert.Empty(missing);
        }

        Assert.Equal(300, pages.SelectMany(Ids).Distinct().Count());
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Records_that_change_while_pages_are_read_are_not_left_out()
    {
        await using var crm = await OpenAsync();
        var position = await crm.PresentAsync(default);
        var ids = crm.CreateMany(0, crm.Account.Adapter.Traits.BatchSize * 2 + 50);
        crm.Account.Pass(crm.Lag);
        var edited = 0;

        var pages = await crm.PollAsync(position, default, betweenPages: () =>
        {
            crm.Account.Edit(ids[edited++ % ids.Count], crm.Fields.Text.Key, "edited between pages");
            crm.Account.Pass(crm.Lag);
        });
        crm.Account.Pass(crm.Lag);
        var (rest, _) = await PollAsync(crm, pages[^1].Position);

        Assert.Empty(ids.Except(pages.SelectMany(Ids)).Except(rest));
    }

    [Fact, Trait("Rule", "S6")]
    public async Task An_edit_that_search_learns_of_late_comes_with_a_later_poll()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 40);
        crm.Account.Pass(Duration.FromHours(1));
        var position = await crm.PresentAsync(default);
        var (read, step) = (new List<string>(), crm.Lag / 7);

        foreach (var id in ids)
        {
            crm.Account.Edit(id, crm.Fields.Text.Key, "edited");
            (var found, position) = await PollAsync(crm, position);
            read.AddRange(found);
            crm.Account.Pass(step);
        }

        crm.Account.Pass(crm.Lag);
        read.AddRange((await PollAsync(crm, position)).Ids);

        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, Trait("Rule", "S6")]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task No_change_is_left_out_where_the_clocks_are_minutes_apart(int minutes)
    {
        await using var crm = await OpenAsync(new CrmTestOptions { ClockApart = Duration.FromMinutes(minutes) });
        var (position, created, read) = (await crm.PresentAsync(default), new List<string>(), new List<string>());
        for (var number = 0; number < 40; number++)
        {
            created.Add(crm.Create(number));
            crm.Account.Pass(Duration.FromMinutes(1));
            (var found, position) = await PollAsync(crm, position);
            read.AddRange(found);
        }

        Assert.Equal(created, read.Distinct());
    }

    [Fact]
    public async Task A_change_that_comes_with_values_comes_with_those_of_now()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        crm.Account.Pass(Duration.FromHours(1));
        var position = await crm.PresentAsync(default);
        crm.Account.Edit(id, crm.Fields.Text.Key, "edited");
        crm.Account.Edit(id, crm.Fields.Phone.Key, null);
        crm.Account.Pass(crm.Lag);

        var record = (await crm.PollAsync(position, default)).SelectMany(static page => page.Records).Last();
        if (!record.HasValues)
        {
            record = Assert.Single(await crm.ReadAsync(default, record.Id));
        }

        Assert.Equal(
            (id, "edited", FieldValue.Blank, "Person1"),
            (record.Id, crm.Read(record, crm.Fields.Text).Text, crm.Read(record, crm.Fields.Phone), crm.Read(record, crm.Fields.Name).Text));
    }

    [Fact, Trait("Rule", "O7a")]
    public async Task A_deletion_is_told_among_the_changes_where_the_CRM_tells_of_it()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 5);
        crm.Account.Pass(Duration.FromHours(1));
        var position = await crm.PresentAsync(default);
        crm.Account.Archive(ids[2]);
        var told = new List<SeenRecord>();

        // Some CRMs tell of their bin a page a poll.
        for (var poll = 0; poll < 5; poll++)
        {
            crm.Account.Pass(crm.Lag + Duration.FromMinutes(1));
            var pages = await crm.PollAsync(position, default);
            told.AddRange(pages.SelectMany(static page => page.Records));
            position = pages[^1].Position;
        }

        var archived = told.Where(static record => record.IsArchived).Select(static record => record.Id).Distinct();
        Assert.Equal(crm.Has(CrmAbilities.TellsDeletions) ? [ids[2]] : [], archived);
        Assert.True(Assert.Single(await crm.ReadAsync(default, ids[2])).IsArchived);
    }

    [Fact]
    public async Task A_position_that_is_none_is_refused_and_told()
    {
        await using var crm = await OpenAsync();
        await crm.PresentAsync(default);

        await FailsAsync(crm, CrmFailure.Refused, session => session.ReadChangesAsync(crm.Set, "no position at all", default));
    }

    private static async Task<(IReadOnlyList<string> Ids, string Position)> PollAsync(OpenAccount crm, string position)
    {
        var pages = await crm.PollAsync(position, default);
        return ([.. pages.SelectMany(Ids)], pages[^1].Position);
    }

    private static IEnumerable<string> Ids(SeenChanges page) => page.Records.Select(static record => record.Id);
}

using NodaTime;
using static CrmMapping.Pipedrive.Tests.PipedriveAccount;

namespace CrmMapping.Pipedrive.Tests;

public sealed class Following_changes
{
    [Fact, Trait("Rule", "S6")]
    public async Task Loses_nobody_of_a_second_that_fills_pages()
    {
        await using var account = await OpenAsync();
        var position = await PresentAsync(account);
        var ids = Enumerable.Range(0, 1234).Select(number => account.Create(("name", $"Person {number}"))).ToList();
        account.Time.Advance(TimeSpan.FromMinutes(5));

        var (seen, _) = await ReadAllAsync(account, position);

        seen.Distinct().Should().BeEquivalentTo(ids);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Gives_again_who_was_read_within_the_second_of_the_change()
    {
        await using var account = await OpenAsync();
        var position = await PresentAsync(account);
        var id = account.Create(("name", "Ines Falk"));
        var (first, next) = await ReadAllAsync(account, position);
        account.Emulator.Persons.Update(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), "name", "Ines Lund");
        account.Time.Advance(TimeSpan.FromMinutes(5));

        var (second, last) = await ReadAllAsync(account, next);
        var (third, _) = await ReadAllAsync(account, last);

        (first.Single(), second.Single(), third.Count).Should().Be((id, id, 0));
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Goes_on_from_a_position_whose_cursor_has_ended()
    {
        await using var account = await OpenAsync();
        var at = account.Time.GetCurrentInstant().ToUnixTimeSeconds();
        var ids = Enumerable.Range(0, 3).Select(number => account.Create(("name", $"Person {number}"))).ToList();
        account.Time.Advance(TimeSpan.FromMinutes(5));
        var position = ChangePosition.From(at) with { Cursor = "of-another-day" };

        var (seen, _) = await ReadAllAsync(account, position.ToString());

        seen.Distinct().Should().BeEquivalentTo(ids);
    }

    [Fact]
    public void Is_written_down_and_read_back()
    {
        var position = new ChangePosition(100, 120, "a|b,c:d", true, new Dictionary<long, long> { [7] = 110, [8] = 120 });

        ChangePosition.Parse(position.ToString()).Should().BeEquivalentTo(position);
    }

    private static async Task<string> PresentAsync(PipedriveAccount account)
    {
        using var page = await account.Session.ReadChangesAsync(Fields, null, default);
        return page.Next!;
    }

    private static async Task<(List<string> Ids, string Position)> ReadAllAsync(PipedriveAccount account, string position)
    {
        List<string> ids = [];
        bool more;
        do
        {
            using var page = await account.Session.ReadChangesAsync(Fields, position, default);
            ids.AddRange(page.Select(static record => record.Id));
            (position, more) = (page.Next!, page.HasMore);
        }
        while (more);

        return (ids, position);
    }
}

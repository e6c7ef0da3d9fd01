using static CrmMapping.Pipedrive.Tests.PipedriveAccount;

namespace CrmMapping.Pipedrive.Tests;

public sealed class Finding_persons
{
    [Theory, Trait("Rule", "M2")]
    [InlineData(10, 0)]
    [InlineData(5600, 3)]
    public async Task Finds_them_however_a_number_is_written_and_in_whichever_entry(int others, int searches)
    {
        await using var account = await OpenAsync();
        var written = account.Create(("name", "A"), ("phone", "(215) 555-0123"));
        var further = account.Create(("name", "B"), ("phone", "+12155550999"), ("phone.mobile", "+12155550124"));
        var mailed = account.Create(("name", "C"), ("email", "Ines@Example.org"));
        for (var number = 0; number < others; number++)
        {
            account.Create(("name", $"Person {number}"));
        }

        using var found = await account.Session.FindAsync(
            Fields,
            [new(MatchKeyKind.Phone, "+12155550123"), new(MatchKeyKind.Phone, "+12155550124"), new(MatchKeyKind.Email, "ines@example.org")], default);
        using var again = await account.Session.FindAsync(Fields, [new(MatchKeyKind.Email, "ines@example.org")], default);

        found.Select(static record => record.Id).Should().BeEquivalentTo([written, further, mailed]);
        again.Select(static record => record.Id).Should().Equal(mailed);
        account.Emulator.Requests.Recent.Count(static request => request.Path.Contains("/search", StringComparison.Ordinal)).Should().Be(searches == 0 ? 0 : searches + 2);
    }
}

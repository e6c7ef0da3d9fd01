using CrmMapping.Emulators;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class Lists_without_an_end
{
    private static readonly FaultAnswer Same = new()
    {
        Status = 200,
        Body = """{"results":[{"id":"7","properties":{},"archived":false}],"paging":{"next":{"after":"A"}}}""",
    };

    [Fact]
    public async Task Are_owners_that_are_read_again_later()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Same, "/owners", count: 50);

        var read = () => account.Session.ReadOwnersAsync(default);

        await read.Should().ThrowAsync<CrmException>().WithMessage(
            "Acme: A page of HubSpot's list names itself as the next one, so the list has no end. It is read again later by itself.");
        account.Emulator.RequestCount.Should().Be(2);
    }

    [Fact]
    public async Task Are_contacts_that_are_read_again_later()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Same, "/contacts?", count: 50);

        using var first = await account.Session.ReadPageAsync(Fields, null, default);
        var second = () => account.Session.ReadPageAsync(Fields, first.Next, default);

        (await second.Should().ThrowAsync<CrmException>()).Which.Failure.Should().Be(CrmFailure.Passing);
    }

    [Fact]
    public async Task Are_finds_that_end_where_nothing_new_comes()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(Same, "/search", count: 50);

        using var found = await account.Session.FindAsync(Fields, [new MatchKey(MatchKeyKind.Phone, "+12155550123")], default);

        account.Emulator.Requests.Recent.Count(request => request.Path.EndsWith("/search", StringComparison.Ordinal)).Should().Be(2);
    }
}

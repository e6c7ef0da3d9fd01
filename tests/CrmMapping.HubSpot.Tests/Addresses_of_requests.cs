using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "S3")]
public sealed class Addresses_of_requests
{
    [Fact]
    public async Task Hold_no_token_and_nothing_of_a_contact()
    {
        await using var account = await OpenAsync(configure: options =>
            (options.ExternalIdProperty, options.ClientId, options.ClientSecret) = ("host_id", "emulator-client", "emulator-secret"),
            credentials: emulator => new KeptCredentials(new CrmCredentials { RefreshToken = emulator.OAuth.IssueRefreshToken() }));
        account.Emulator.Properties.Add(new Emulators.HubSpotProperty { Name = "host_id", Label = "Host id", HasUniqueValue = true });
        var (ada, bob) = (account.Create("ada@example.com", "Ada", "+12155550123"), account.Create("bob@example.com", "Bob"));
        var survivor = account.Emulator.Contacts.Merge(ada, bob).Id;
        account.Time.Advance(TimeSpan.FromMinutes(1));
        var position = default(string);
        await account.Session.DescribeAsync(RecordType.Contact, default);
        await account.Session.ReadOwnersAsync(default);
        for (var number = 0; number < 2; number++)
        {
            using var changes = await account.Session.ReadChangesAsync(Fields, position, default);
            position = changes.Next;
        }

        using var list = await account.Session.ReadPageAsync(Fields, null, default);
        using var merged = await account.Session.ReadAsync(Fields, [ada, bob, survivor], default);
        using var found = await account.Session.FindAsync(
            Fields,
            [
                new MatchKey(MatchKeyKind.Email, "ada@example.com"), new MatchKey(MatchKeyKind.Email, "nobody@example.com"),
                new MatchKey(MatchKeyKind.Phone, "+12155550123"),
            ],
            default);
        await account.Session.ReadFieldTimesAsync(Fields, [survivor], default);
        await account.Session.WriteAsync(
            Fields,
            [
                Create("host-7", ("email", "ada@example.com"), ("firstname", "Ada")), Update(survivor, ("phone", "+12155550199")),
                new CrmWrite { Kind = CrmWriteKind.Archive, Id = survivor, Values = new RecordBuffer(Fields.Count) },
            ],
            default);

        var addresses = account.Emulator.Requests.Recent.Select(request => Uri.UnescapeDataString(request.Path)).Distinct().ToList();
        addresses.Should().HaveCountGreaterThan(12);
        string.Join('\n', addresses).Should().NotContainAny(
            "@", "Ada", "Bob", "2155550", "host-7", "emulator-secret", ((KeptCredentials)account.Credentials).Kept!.AccessToken!,
            ((KeptCredentials)account.Credentials).Kept!.RefreshToken!);
    }
}

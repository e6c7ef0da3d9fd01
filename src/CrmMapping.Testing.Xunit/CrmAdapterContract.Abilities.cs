#pragma warning disable CS1591 // The names of tests are sentences.

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Theory, Trait("Rule", "S2")]
    [InlineData(NoticeKind.Changed)]
    [InlineData(NoticeKind.Deleted)]
    public async Task A_genuine_webhook_tells_of_its_record_to_the_connection_of_its_account(NoticeKind kind)
    {
        await using var crm = await OpenAsync();
        if (crm.Account.Adapter is not IReceivesNotices receiver)
        {
            Lacks(crm, CrmAbilities.Notices);
            return;
        }

        var id = crm.Create(1);
        var own = crm.Account.Connection with { AccountId = crm.Account.AccountId };
        var another = own with { Name = "Another", AccountId = $"{crm.Account.AccountId}1" };

        var reading = receiver.Read(crm.Account.Webhook(id, kind), crm.Account.AccountId is null ? [own] : [another, own]);

        Assert.Equal((WebhookVerdict.Genuine, null), (reading.Verdict, reading.Reason));
        var notice = Assert.Single(reading.Notices.DistinctBy(static notice => (notice.Connection, notice.Id, notice.Kind)));
        Assert.Equal((own.Name, SyncSide.Crm, id, kind), (notice.Connection, notice.Side, notice.Id, notice.Kind));
    }

    [Fact, Trait("Rule", "S2")]
    public async Task A_webhook_without_proof_is_refused_and_nothing_in_it_is_read()
    {
        await using var crm = await OpenAsync();
        if (crm.Account.Adapter is not IReceivesNotices receiver)
        {
            Lacks(crm, CrmAbilities.Notices);
            return;
        }

        var genuine = crm.Account.Webhook(crm.Create(1), NoticeKind.Changed);

        foreach (var forged in new[] { genuine with { Header = static _ => null }, genuine with { Header = static _ => "forged" } })
        {
            var reading = receiver.Read(forged, [crm.Account.Connection]);
            Assert.Equal(WebhookVerdict.Refused, reading.Verdict);
            Assert.Empty(reading.Notices);
            Assert.False(string.IsNullOrWhiteSpace(reading.Reason), "Why it was not believed is told.");
            TellsNoSecret(crm, reading.Reason);
        }
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_webhook_is_answered_with_a_success_only_once_it_is_kept()
    {
        await using var crm = await OpenAsync();
        if (crm.Account.Adapter is not IReceivesNotices receiver)
        {
            Lacks(crm, CrmAbilities.Notices);
            return;
        }

        Assert.InRange(receiver.Answer(WebhookOutcome.Kept).Status, 200, 299);
        Assert.InRange(receiver.Answer(WebhookOutcome.Refused).Status, 400, 499);
        Assert.InRange(receiver.Answer(WebhookOutcome.NotKept).Status, 400, 599);
    }

    [Fact]
    public async Task Credentials_tell_which_account_they_open_and_change_nothing()
    {
        await using var crm = await OpenAsync();
        if (crm.Account.Adapter is not IIdentifiesAccounts identifier)
        {
            Lacks(crm, CrmAbilities.IdentifiesAccounts);
            return;
        }

        var account = await identifier.IdentifyAsync(crm.Account.Connection, crm.Account.GoodCredentials, default);

        Assert.Equal(crm.Account.AccountId, account.Id);
        Assert.NotNull(account.Credentials.AccessToken);
        var wrong = new CrmCredentials { AccessToken = "no-such-token" };
        Told(crm, CrmFailure.Credentials, await Assert.ThrowsAsync<CrmException>(
            () => identifier.IdentifyAsync(crm.Account.Connection, wrong, default)));
        Assert.Empty(await crm.ReadAllAsync(default));
    }

    [Fact]
    public async Task Records_are_counted_archived_ones_apart()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 17);
        crm.Account.Archive(ids[3]);
        crm.Account.Pass(crm.Lag);
        if (crm.Session is not ICountsRecords counter)
        {
            Lacks(crm, CrmAbilities.Counts);
            return;
        }

        Assert.Equal(16, await counter.CountAsync(RecordType.Contact, default));
    }

    [Fact]
    public async Task A_list_is_read_to_the_end_each_member_once()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not IReadsLists lists)
        {
            Lacks(crm, CrmAbilities.Lists);
            return;
        }

        var ids = crm.CreateMany(0, (crm.Account.Adapter.Traits.BatchSize * 2) + 5);
        var listId = crm.Account.AddList("Customers", ids);
        crm.Account.AddList("Nobody", []);
        crm.Account.Pass(crm.Lag);

        var (members, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await lists.ReadMembersAsync(listId, cursor, default);
            Assert.InRange(page.Ids.Count, 0, crm.Account.Adapter.Traits.BatchSize);
            members.AddRange(page.Ids);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(ids.Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        var found = await lists.ReadListsAsync(default);
        Assert.Equal(["Customers", "Nobody"], found.Select(static list => list.Name).Order(StringComparer.Ordinal));
        Assert.Contains(found.Single(list => list.Id == listId).Size, new long?[] { null, ids.Count });
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_told_as_such()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not IReadsLists lists)
        {
            Lacks(crm, CrmAbilities.Lists);
            return;
        }

        var failed = await Assert.ThrowsAsync<CrmException>(() => lists.ReadMembersAsync(crm.Account.UnknownId, null, default));

        Told(crm, failed.Failure, failed);
        Assert.Contains("list", failed.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(CrmTestCredentials.Good, true)]
    [InlineData(CrmTestCredentials.Wrong, false)]
    [InlineData(CrmTestCredentials.Revoked, false)]
    public async Task A_check_of_access_finds_whether_the_credentials_will_do(CrmTestCredentials credentials, bool isWell)
    {
        await using var crm = await OpenAsync(new CrmTestOptions { Credentials = credentials });
        var id = crm.Create(1);
        if (crm.Session is not IChecksAccess access)
        {
            Lacks(crm, CrmAbilities.ChecksAccess);
            return;
        }

        var findings = await access.CheckAccessAsync(crm.Set, BothWays(crm), default);

        Assert.NotEmpty(findings);
        Assert.Equal(isWell, findings.All(static finding => finding.IsWell));
        Assert.Equal("text 1", crm.Account.Find(id)![crm.Fields.Text.Key]);
        TellsNoSecret(crm, findings.Select(static finding => $"{finding}"));
    }

    [Fact]
    public async Task A_check_of_access_finds_that_nothing_may_be_written()
    {
        await using var crm = await OpenAsync(new CrmTestOptions { MayWrite = false });
        var id = crm.Create(1);
        if (crm.Session is not IChecksAccess access)
        {
            Lacks(crm, CrmAbilities.ChecksAccess);
            return;
        }

        Assert.Contains(await access.CheckAccessAsync(crm.Set, BothWays(crm), default), static finding => !finding.IsWell);
        Assert.Equal(("text 1", 1), (crm.Account.Find(id)![crm.Fields.Text.Key], crm.Account.Count));
    }

    [Fact]
    public async Task A_field_that_a_map_needs_is_created_once_and_never_altered()
    {
        await using var crm = await OpenAsync();
        if (crm.Session is not ISetsUpFields maker)
        {
            Lacks(crm, CrmAbilities.SetsUpFields);
            return;
        }

        FieldSetUp[] wanted =
        [
            new(new FieldDescriptor { Key = "contract_note", Label = "Contract note", Type = FieldType.Text }, null, false),
            new(crm.Fields.Text, null, false),
        ];
        var before = await KeysAsync(crm);

        var preview = await maker.SetUpFieldsAsync(RecordType.Contact, wanted, isPreview: true, default);
        Assert.Equal(before, await KeysAsync(crm));
        var first = await maker.SetUpFieldsAsync(RecordType.Contact, wanted, isPreview: false, default);
        var after = await KeysAsync(crm);
        var second = await maker.SetUpFieldsAsync(RecordType.Contact, wanted, isPreview: false, default);

        Assert.Equal([OperationLineKind.Created, OperationLineKind.Adopted], preview.Select(static result => result.Kind));
        Assert.Equal([OperationLineKind.Created, OperationLineKind.Adopted], first.Select(static result => result.Kind));
        Assert.Equal([OperationLineKind.Adopted, OperationLineKind.Adopted], second.Select(static result => result.Kind));
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal(after, await KeysAsync(crm));
    }

    // What is not there is not pretended: neither by the adapter nor by what the account says of it.
    private static void Lacks(OpenAccount crm, CrmAbilities ability) => Assert.False(
        crm.Has(ability), $"The account names {ability}, and neither the adapter nor its session has the interface.");

    private static SyncDirection[] BothWays(OpenAccount crm) => [.. crm.Set.Fields.Select(static _ => SyncDirection.Bidirectional)];

    private static async Task<IReadOnlyList<string>> KeysAsync(OpenAccount crm) =>
        [.. (await crm.Session.DescribeAsync(RecordType.Contact, default)).Select(static field => field.Key).Order(StringComparer.Ordinal)];
}

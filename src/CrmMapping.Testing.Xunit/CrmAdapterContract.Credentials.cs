#pragma warning disable CS1591 // The names of tests are sentences.

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    /// <summary>Each thing that a session can be asked, writes included.</summary>
    // What every CRM can do.
    public static TheoryData<CrmCall> Calls => [.. Enum.GetValues<CrmCall>().Where(static call => call != CrmCall.LogActivity)];

    [Theory, Trait("Rule", "S3"), MemberData(nameof(Calls))]
    public async Task Wrong_credentials_need_a_person_whatever_is_asked(CrmCall call)
    {
        await using var crm = await OpenAsync(new CrmTestOptions { Credentials = CrmTestCredentials.Wrong });
        var id = crm.Create(1);

        await FailsAsync(crm, CrmFailure.Credentials, _ => DoAsync(crm, call, id, default));
        Assert.Equal("text 1", crm.Account.Find(id)![crm.Fields.Text.Key]);
    }

    [Theory, Trait("Rule", "S3"), MemberData(nameof(Calls))]
    public async Task Credentials_that_an_admin_withdrew_need_a_person_whatever_is_asked(CrmCall call)
    {
        await using var crm = await OpenAsync(new CrmTestOptions { Credentials = CrmTestCredentials.Revoked });
        var id = crm.Create(1);

        await FailsAsync(crm, CrmFailure.Credentials, _ => DoAsync(crm, call, id, default));
        Assert.Equal(1, crm.Account.Count);
    }

    [Fact, Trait("Rule", "S3")]
    public async Task A_token_that_ended_is_renewed_once_by_however_many_need_it()
    {
        await using var crm = await OpenAsync(new CrmTestOptions { Credentials = CrmTestCredentials.Expired });
        var id = crm.Create(1);
        if (!crm.Has(CrmAbilities.RenewsTokens))
        {
            await FailsAsync(crm, CrmFailure.Credentials, _ => crm.ReadAsync([id]));
            Assert.Equal(0, crm.Account.Renewals);
            return;
        }

        var reads = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => crm.ReadAsync([id]))));

        Assert.All(reads, read => Assert.Equal(id, Assert.Single(read).Id));
        await using var another = crm.Open();
        await another.ReadOwnersAsync(default);
        Assert.Equal(1, crm.Account.Renewals);
        TellsNoSecret(crm);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_token_that_ended_costs_no_write_and_doubles_none()
    {
        await using var crm = await OpenAsync(new CrmTestOptions { Credentials = CrmTestCredentials.Expired });
        var id = crm.Create(1);
        CrmWrite[] writes = [crm.NewPerson(2), crm.Update(id, (crm.Fields.Text, "written"))];
        if (!crm.Has(CrmAbilities.RenewsTokens))
        {
            await FailsAsync(crm, CrmFailure.Credentials, _ => crm.WriteAsync(writes));
            Assert.Equal((1, "text 1"), (crm.Account.Count, crm.Account.Find(id)![crm.Fields.Text.Key]));
            return;
        }

        var results = await crm.WriteAsync(writes);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        Assert.Equal((2, "written"), (crm.Account.Count, crm.Account.Find(id)![crm.Fields.Text.Key]));
    }

    [Theory, Trait("Rule", "S3")]
    [InlineData(CrmCall.Create)]
    [InlineData(CrmCall.Update)]
    public async Task A_permission_to_write_that_is_missing_needs_a_person(CrmCall call)
    {
        await using var crm = await OpenAsync(new CrmTestOptions { MayWrite = false });
        var id = crm.Create(1);

        await FailsAsync(crm, CrmFailure.Permission, _ => DoAsync(crm, call, id, default));

        Assert.Equal(("text 1", 1), (crm.Account.Find(id)![crm.Fields.Text.Key], crm.Account.Count));
        Assert.Equal(id, Assert.Single(await crm.ReadAsync([id])).Id);
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task Whatever_is_asked_can_be_cancelled(CrmCall call)
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DoAsync(crm, call, id, cancelled.Token));

        Assert.Equal((0, 1), (crm.Account.Requests, crm.Account.Count));
    }

    [Theory, Trait("Rule", "S3"), MemberData(nameof(Calls))]
    public async Task Nothing_of_a_contact_and_no_secret_is_told_when_all_goes_wrong(CrmCall call)
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        foreach (var trouble in Enum.GetValues<CrmTrouble>())
        {
            crm.Account.Meet(trouble, call, times: 50);
            IReadOnlyList<CrmWriteResult> results = [];
            var failed = await Record.ExceptionAsync(async () => results = await DoAsync(crm, call, id, default));
            Recover(crm);
            TellsNoSecret(crm, [$"{failed}", .. results.Select(static result => $"{result.Message} {string.Join(' ', result.RefusedFields)}")]);
        }
    }

    private static async Task<IReadOnlyList<CrmWriteResult>> DoAsync(OpenAccount crm, CrmCall call, string id, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case CrmCall.Describe:
                await crm.Session.DescribeAsync(RecordType.Contact, cancellationToken);
                return [];
            case CrmCall.ReadPage:
                await crm.ReadAllAsync(cancellationToken);
                return [];
            case CrmCall.ReadChanges:
                await crm.PollAsync(await crm.PresentAsync(cancellationToken), cancellationToken: cancellationToken);
                return [];
            case CrmCall.Read:
                await crm.ReadAsync([id], cancellationToken);
                return [];
            case CrmCall.Find:
                await crm.FindAsync([new MatchKey(MatchKeyKind.Phone, OpenAccount.PhoneOf(1))], cancellationToken);
                return [];
            case CrmCall.ReadCreated:
                using (await crm.Session.ReadCreatedAsync(crm.Set, crm.Account.Now, cancellationToken))
                {
                    return [];
                }

            case CrmCall.ReadOwners:
                await crm.Session.ReadOwnersAsync(cancellationToken);
                return [];
            case CrmCall.Create:
                return await crm.WriteAsync([crm.NewPerson(2)], cancellationToken);
            case CrmCall.Update:
                return await crm.WriteAsync([crm.Update(id, (crm.Fields.Text, "written"))], cancellationToken);
            default:
                return await crm.WriteAsync([crm.Archive(id)], cancellationToken);
        }
    }
}

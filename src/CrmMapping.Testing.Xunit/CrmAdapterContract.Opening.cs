#pragma warning disable CS1591 // The names of tests are sentences.

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Fact]
    public async Task Opening_an_account_makes_no_request()
    {
        await using var crm = await OpenAsync();

        await using var session = crm.Open();

        Assert.Equal((0, crm.Account.Connection.Kind), (crm.Account.Requests, crm.Account.Adapter.Kind));
    }

    [Fact]
    public async Task A_session_that_ends_leaves_the_others_as_they_are()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        await using (var session = crm.Open())
        {
            using var page = await session.ReadAsync(crm.Set, [id], default);
        }

        Assert.Equal(id, Assert.Single(await crm.ReadAsync(default, id)).Id);
    }

    [Fact]
    public async Task The_traits_are_such_that_batches_can_be_made()
    {
        await using var crm = await OpenAsync();
        var traits = crm.Account.Adapter.Traits;

        Assert.InRange(traits.BatchSize, 1, int.MaxValue);
        Assert.True(traits.BackfillSize is null || traits.BackfillSize >= traits.BatchSize, "BackfillSize is at least BatchSize, or null.");
        Assert.True(traits.SearchLag >= NodaTime.Duration.Zero, "No search knows of a record before it is written.");
        Assert.Equal(traits.KnownFields.Count, traits.KnownFields.Select(static field => field.Key).Distinct().Count());
    }

    [Fact]
    public async Task The_abilities_are_those_that_the_account_names()
    {
        await using var crm = await OpenAsync();
        var (adapter, session) = (crm.Account.Adapter, crm.Session);

        var found = (adapter is IReceivesNotices ? CrmAbilities.Notices : 0)
            | (adapter is IIdentifiesAccounts ? CrmAbilities.IdentifiesAccounts : 0)
            | (session is ICountsRecords ? CrmAbilities.Counts : 0)
            | (session is IReadsLists ? CrmAbilities.Lists : 0)
            | (session is IChecksAccess ? CrmAbilities.ChecksAccess : 0)
            | (session is ISetsUpFields ? CrmAbilities.SetsUpFields : 0);

        const CrmAbilities Interfaces = CrmAbilities.Notices | CrmAbilities.IdentifiesAccounts | CrmAbilities.Counts
            | CrmAbilities.Lists | CrmAbilities.ChecksAccess | CrmAbilities.SetsUpFields;
        Assert.Equal(crm.Account.Abilities & Interfaces, found);
    }

    [Fact]
    public async Task What_the_CRM_lacks_the_account_refuses_to_do()
    {
        await using var crm = await OpenAsync();
        var account = crm.Account;
        var (one, other) = (crm.Create(1), crm.Create(2));
        var owner = account.AddOwner("grace@example.com", "Grace Hopper");
        var verbs = new Dictionary<CrmAbilities, Action>
        {
            [CrmAbilities.Merges] = () => account.Merge(one, other),
            [CrmAbilities.DeactivatedOwners] = () => account.DeactivateOwner(owner),
            [CrmAbilities.Lists] = () => account.AddList("All", [one]),
            [CrmAbilities.Notices] = () => account.Webhook(one, NoticeKind.Changed),
            [CrmAbilities.FieldPermissions] = () => account.Forbid(crm.Fields.Text.Key),
        };

        foreach (var (ability, verb) in verbs)
        {
            var refused = Record.Exception(verb);
            Assert.True(refused is NotSupportedException != crm.Has(ability), $"{ability}: {refused?.Message ?? "done, though it is not among the abilities"}");
        }
    }
}

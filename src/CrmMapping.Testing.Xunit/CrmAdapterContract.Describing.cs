#pragma warning disable CS1591 // The names of tests are sentences.

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Fact]
    public async Task The_account_describes_the_fields_as_they_are()
    {
        await using var crm = await OpenAsync();

        var described = await crm.Session.DescribeAsync(RecordType.Contact, default);

        Assert.Equal(described.Count, described.Select(static field => field.Key).Distinct(StringComparer.Ordinal).Count());
        foreach (var field in crm.Set.Fields)
        {
            var found = Assert.Single(described, found => found.Key == field.Key);
            Assert.Equal((field.Type, field.IsCustom, false), (found.Type, found.IsCustom, found.IsReadOnly));
        }
    }

    [Fact]
    public async Task Fields_that_are_known_before_an_account_is_asked_are_those_of_the_account()
    {
        await using var crm = await OpenAsync();
        var described = (await crm.Session.DescribeAsync(RecordType.Contact, default)).ToDictionary(static field => field.Key);

        foreach (var known in crm.Account.Adapter.Traits.KnownFields.Where(known => described.ContainsKey(known.Key)))
        {
            Assert.Equal((known.Key, known.Type, known.IsReadOnly), (known.Key, described[known.Key].Type, described[known.Key].IsReadOnly));
        }
    }

    [Fact]
    public async Task A_field_that_an_admin_removes_is_described_no_more()
    {
        await using var crm = await OpenAsync();
        await crm.Session.DescribeAsync(RecordType.Contact, default);
        crm.Account.RemoveField(crm.Fields.Text.Key);

        var described = await crm.Session.DescribeAsync(RecordType.Contact, default);

        Assert.DoesNotContain(described, field => field.Key == crm.Fields.Text.Key);
    }

    [Fact]
    public async Task Leads_are_described_where_they_are_records_of_their_own_and_refused_elsewhere()
    {
        await using var crm = await OpenAsync();

        if (crm.Has(CrmAbilities.Leads))
        {
            Assert.NotEmpty(await crm.Session.DescribeAsync(RecordType.Lead, default));
            return;
        }

        await FailsAsync(crm, CrmFailure.Refused, session => session.DescribeAsync(RecordType.Lead, default));
        await FailsAsync(crm, CrmFailure.Refused, session => session.ReadPageAsync(new CrmFieldSet(RecordType.Lead, crm.Set.Fields), null, default));
        Assert.Equal(0, crm.Account.Requests);
    }

    [Fact]
    public async Task All_owners_are_read_to_the_end_with_their_addresses()
    {
        await using var crm = await OpenAsync();
        var added = Enumerable.Range(0, 230).Select(number => crm.Account.AddOwner($"user{number}@example.com", $"User N{number}")).ToList();

        var owners = await crm.Session.ReadOwnersAsync(default);

        Assert.Equal(owners.Count, owners.Select(static owner => owner.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(added.Except(owners.Select(static owner => owner.Id)));
        Assert.All(owners.Where(owner => added.Contains(owner.Id)), owner =>
            Assert.Equal(($"user{added.IndexOf(owner.Id)}@example.com", $"User N{added.IndexOf(owner.Id)}", true), (owner.Email, owner.Name, owner.IsActive)));
    }

    [Fact]
    public async Task Owners_that_were_deactivated_are_read_as_such()
    {
        await using var crm = await OpenAsync();
        var (active, deactivated) = (crm.Account.AddOwner("ada@example.com", "Ada Lovelace"), crm.Account.AddOwner("bob@example.com", "Bob Bemer"));
        if (!crm.Has(CrmAbilities.DeactivatedOwners))
        {
            Assert.All(await crm.Session.ReadOwnersAsync(default), static owner => Assert.True(owner.IsActive));
            return;
        }

        crm.Account.DeactivateOwner(deactivated);

        var owners = await crm.Session.ReadOwnersAsync(default);

        Assert.Equal(
            (true, false),
            (owners.Single(owner => owner.Id == active).IsActive, owners.Single(owner => owner.Id == deactivated).IsActive));
    }
}

#pragma warning disable CS1591 // The names of tests are sentences.

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    [Fact]
    public async Task All_records_are_read_to_the_end_each_once_and_archived_ones_apart()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, crm.Account.Sizes.Page * 2 + 1);
        foreach (var id in ids.Take(3))
        {
            crm.Account.Archive(id);
        }

        crm.Account.Pass(crm.Lag);

        var read = await crm.ReadAllAsync(default);

        Assert.Equal(ids.Skip(3).Order(StringComparer.Ordinal), read.Select(static record => record.Id).Order(StringComparer.Ordinal));
        Assert.All(read, static record => Assert.False(record.IsArchived));
    }

    [Fact]
    public async Task All_records_of_an_empty_account_are_one_page_without_a_record()
    {
        await using var crm = await OpenAsync();

        Assert.Empty(await crm.ReadAllAsync(default));
    }

    [Fact]
    public async Task A_record_is_read_as_people_see_it()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        crm.Account.Edit(id, crm.Fields.Text.Key, null);

        var record = Assert.Single(await crm.ReadAsync(default, id));

        var seen = crm.Account.Find(id)!;
        Assert.Equal((id, id, false, true), (record.Id, record.RequestedId, record.IsArchived, record.HasValues));
        Assert.Equal(
            crm.Set.Fields.Select(field => FieldValue.Of(seen.GetValueOrDefault(field.Key))), record.Values);
    }

    [Fact]
    public async Task Records_are_read_by_more_ids_than_one_request_takes()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, crm.Account.Adapter.Traits.BatchSize * 2 + 50);

        var read = await crm.ReadAsync(default, [.. ids]);

        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Select(static record => record.RequestedId).Order(StringComparer.Ordinal));
    }

    [Fact, Trait("Rule", "O7a")]
    public async Task A_record_that_is_archived_or_was_never_there_is_told_as_such_and_the_others_are_read()
    {
        await using var crm = await OpenAsync();
        var (kept, archived) = (crm.Create(1), crm.Create(2));
        crm.Account.Archive(archived);

        var read = await crm.ReadAsync(default, kept, archived, crm.Account.UnknownId);

        Assert.Equal(
            new Dictionary<string, bool> { [kept] = false, [archived] = true, [crm.Account.UnknownId] = true },
            read.ToDictionary(static record => record.RequestedId, static record => record.IsArchived));
    }

    [Fact, Trait("Rule", "M5")]
    public async Task A_record_that_was_merged_away_is_read_as_its_survivor()
    {
        await using var crm = await OpenAsync();
        var (kept, other) = (crm.Create(1), crm.Create(2));
        if (!crm.Has(CrmAbilities.Merges))
        {
            Assert.All(await crm.ReadAsync(default, kept, other), static record => Assert.Equal(record.RequestedId, record.Id));
            return;
        }

        var survivor = crm.Account.Merge(kept, other);

        var read = await crm.ReadAsync(default, other);

        var record = Assert.Single(read);
        Assert.Equal((other, survivor, false), (record.RequestedId, record.Id, record.IsArchived));
        Assert.Equal("Person1", crm.Read(record, crm.Fields.Name).Text);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task A_field_that_is_gone_from_the_account_is_unknown_and_never_blank()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        await crm.Session.DescribeAsync(RecordType.Contact, default);
        crm.Account.RemoveField(crm.Fields.Text.Key);

        var record = Assert.Single(await crm.ReadAsync(default, id));

        Assert.True(crm.Read(record, crm.Fields.Text).IsUnknown);
        Assert.Equal("Person1", crm.Read(record, crm.Fields.Name).Text);
    }

    [Fact]
    public async Task What_was_created_since_is_found()
    {
        await using var crm = await OpenAsync();
        crm.Create(1);
        crm.Account.Pass(NodaTime.Duration.FromMinutes(1));
        var since = crm.Account.Now;
        var ids = crm.CreateMany(2, 3);
        crm.Account.Pass(crm.Lag);

        using var page = await crm.Session.ReadCreatedAsync(crm.Set, since, default);

        Assert.Equal(ids.Order(StringComparer.Ordinal), page.Select(static record => record.Id).Order(StringComparer.Ordinal));
        Assert.All(page, record => Assert.True(record.CreatedAt is null || record.CreatedAt >= since));
    }

    [Fact, Trait("Rule", "X2")]
    public async Task Times_of_fields_are_those_of_their_last_edit_or_not_told()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        crm.Account.Pass(NodaTime.Duration.FromHours(1));
        var at = crm.Account.Now;
        crm.Account.Edit(id, crm.Fields.Text.Key, "another text");

        var times = await crm.Session.ReadFieldTimesAsync(crm.Set, [id], default);

        if (!crm.Has(CrmAbilities.FieldTimes))
        {
            Assert.Empty(times);
            return;
        }

        var time = Assert.Single(times, time => time.Ordinal == crm.OrdinalOf(crm.Fields.Text.Key));
        Assert.Equal(new CrmFieldTime(id, time.Ordinal, at), time);
        Assert.All(times.Where(other => other.Ordinal != time.Ordinal), other => Assert.True(other.At < at));
    }
}

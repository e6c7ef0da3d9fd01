#pragma warning disable CS1591 // The names of tests are sentences.

namespace CrmMapping;

public abstract partial class CrmAdapterContract
{
    // A hundredth more than the least would be a request more in twenty; the promise is a twentieth.
    private const double AtMost = 1.05;

    private const int Contacts = 1_000;

    [Fact, Trait("Rule", "S4")]
    public async Task A_burst_beyond_the_limit_waits_instead_of_being_refused()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        await using var other = crm.Open();

        var reads = Enumerable.Range(0, crm.Account.Sizes.Burst).Select(number => Task.Run(async () =>
        {
            using var page = await (number % 2 == 0 ? crm.Session : other).ReadAsync(crm.Set, [id], default);
            return Assert.Single(page).Id;
        }));

        Assert.All(await Task.WhenAll(reads), read => Assert.Equal(id, read));
        if (crm.Has(CrmAbilities.KnownLimits))
        {
            Assert.Equal(0, crm.Account.RateLimitsMet);
        }
    }

    [Fact, Trait("Rule", "S4")]
    public async Task A_refusal_as_one_too_many_is_waited_for()
    {
        await using var crm = await OpenAsync();
        var id = crm.Create(1);
        crm.Account.Meet(CrmTrouble.RateLimited, CrmCall.Read, times: 2);

        Assert.Equal(id, Assert.Single(await crm.ReadAsync(default, id)).Id);
        Assert.Equal(2, crm.Account.TroubleMet);
    }

    [Fact]
    public async Task One_session_gives_each_of_many_threads_its_own_answer()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, 24);

        var work = ids.Select((id, number) => Task.Run(async () =>
        {
            var read = Assert.Single(await crm.ReadAsync(default, id));
            var written = Assert.Single(await crm.WriteAsync(default, crm.Update(id, (crm.Fields.Text, $"by thread {number}"))));
            return (read.Id, Text: crm.Read(read, crm.Fields.Text).Text, WrittenId: written.Id, written.Outcome);
        }));

        var done = await Task.WhenAll(work);

        Assert.Equal(ids.Select((id, number) => (id, (string?)$"text {number}", (string?)id, CrmWriteOutcome.Written)), done);
        Assert.Equal(
            ids.Select((_, number) => $"by thread {number}"), ids.Select(id => crm.Account.Find(id)![crm.Fields.Text.Key]));
    }

    [Fact]
    public async Task A_thousand_contacts_are_read_in_the_fewest_requests()
    {
        await using var crm = await OpenAsync();
        crm.CreateMany(0, Contacts);
        crm.Account.Pass(crm.Lag);
        await crm.Session.DescribeAsync(RecordType.Contact, default);
        var before = crm.Account.Requests;

        Assert.Equal(Contacts, (await crm.ReadAllAsync(default)).Count);

        AreFew(crm.Account.Requests - before, crm.Account.Sizes.Page);
    }

    [Fact]
    public async Task A_thousand_contacts_are_created_in_the_fewest_requests()
    {
        await using var crm = await OpenAsync();
        await crm.Session.DescribeAsync(RecordType.Contact, default);
        var before = crm.Account.Requests;

        var results = await crm.WriteAsync(default, [.. Enumerable.Range(0, Contacts).Select(crm.NewPerson)]);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        AreFew(crm.Account.Requests - before, crm.Account.Sizes.Batch);
    }

    [Fact]
    public async Task A_thousand_contacts_are_updated_in_the_fewest_requests()
    {
        await using var crm = await OpenAsync();
        var ids = crm.CreateMany(0, Contacts);
        await crm.Session.DescribeAsync(RecordType.Contact, default);
        var before = crm.Account.Requests;

        var results = await crm.WriteAsync(default, [.. ids.Select(id => crm.Update(id, (crm.Fields.Text, "written")))]);

        Assert.All(results, static result => Assert.Equal(CrmWriteOutcome.Written, result.Outcome));
        AreFew(crm.Account.Requests - before, crm.Account.Sizes.Batch);
    }

    private static void AreFew(long requests, int size)
    {
        var least = (Contacts + size - 1) / size;
        Assert.True(requests <= least * AtMost, $"{requests} requests for {Contacts} contacts, where {least} would do: at most {AtMost} times as many.");
    }
}

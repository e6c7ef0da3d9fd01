namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets people on both sides do whatever comes to a seeded mind with leads and contacts of few numbers and addresses.</summary>
public sealed class Any_history_of_leads_and_contacts
{
    private const int Steps = 60;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 12), 43, 294, 384];

    [Theory, Trait("Rule", "X4"), Trait("Rule", "M3"), Trait("Rule", "M4"), Trait("Rule", "M5")]
    [MemberData(nameof(Seeds))]
    public async Task Comes_to_rest_with_both_sides_equal_and_every_record_accounted_for(int seed)
    {
        var random = new Random(seed);
        await using var host = await TwoKindHost.StartAsync(random.Next(2) == 0 ? RecordType.Lead : RecordType.Contact);
        await host.SyncChangesAsync();
        var told = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            told.Add(await ActAsync(host, random));
        }

        await host.SyncToRestAsync();

        var history = $"seed {seed}, {host.Sync.Connection.Settings.Priority} first:\n{string.Join('\n', told)}";
        await ExpectRestAsync(host, history);
        var links = await host.Store.ReadLinkPageAsync(TwoKindHost.Account, null, 1000, default);
        links.Select(static link => link.LocalId).Should().OnlyHaveUniqueItems(history);
        links.Select(static link => link.CrmId).Should().OnlyHaveUniqueItems(history);
        foreach (var link in links)
        {
            var record = host.Crm.Get(link.CrmId);
            (record.IsDeleted, record.Kind).Should().Be((false, link.RecordType), "{0} is linked with {1}, {2}", link.LocalId, link.CrmId, history);
            if (record.ConvertedInto is not null)
            {
                // Its contact belongs to somebody else here, which a person is to see to.
                (await host.Sync.FindIssuesAsync(new IssueQuery { LocalId = link.LocalId, Code = IssueCode.MatchClaimed })).Should().ContainSingle(history);
                continue;
            }

            Shown(await host.CustomerAsync(link.LocalId), record.Kind).Should().Be(Shown(record), "{0} is linked with {1}, {2}", link.LocalId, link.CrmId, history);
        }

        await ExpectAllAccountedForAsync(host, links, history);
    }

    private static async Task<string> ActAsync(TwoKindHost host, Random random)
    {
        var people = new List<string>();
        await foreach (var contact in host.Contacts.ListAsync())
        {
            people.Add(contact.Id);
        }

        var records = host.Crm.All.Where(static r => r.ConvertedInto is null).ToList();
        var leads = records.FindAll(static r => r.Kind == RecordType.Lead);
        var contacts = records.FindAll(static r => r.Kind == RecordType.Contact);
        var (phone, email, name) = ($"+1415555010{random.Next(4)}", $"{random.Next(4)}@example.com", $"Name {random.Next(100)}");
        switch (random.Next(11))
        {
            case 0:
                return $"lead {host.Crm.AddLead(random.Next(3) == 0 ? null : phone, random.Next(2) == 0 ? null : email, name)} {phone} {email}";
            case 1:
                return $"contact {host.Crm.AddContact(random.Next(3) == 0 ? null : phone, random.Next(2) == 0 ? null : email, name)} {phone} {email}";
            case 2:
                return $"local {await host.AddAsync(random.Next(3) == 0 ? null : phone, random.Next(2) == 0 ? null : email, name)} {phone} {email}";
            case 3 or 4 when records.Count > 0:
                var edited = records[random.Next(records.Count)].Id;
                var field = random.Next(4) switch { 0 => ("Phone", phone), 1 => ("Notes__c", ""), _ => ("FirstName", name) };
                host.Crm.Set(edited, field.Item1, field.Item2);
                return $"{edited} {field}";
            case 5 or 6 when people.Count > 0:
                var person = people[random.Next(people.Count)];
                var what = random.Next(4);
                await host.Contacts.UpdateAsync(person, c => _ = what switch { 0 => c.Phone = phone, 1 => c.Company = name, 2 => c.Notes = name, _ => c.FirstName = name });
                return $"local {person} edit {what} {phone} {name}";
            case 7 when leads.Count > 0:
                var lead = leads[random.Next(leads.Count)].Id;
                var into = random.Next(3) == 0 && contacts.Count > 0 ? contacts[random.Next(contacts.Count)].Id : null;
                return $"{lead} converted into {host.Crm.Convert(lead, into, random.Next(2) == 0 ? ["Notes__c"] : [])}";
            case 8 when records.Count > 0 && random.Next(2) == 0:
                var gone = records[random.Next(records.Count)].Id;
                host.Crm.Delete(gone);
                return $"{gone} deleted";
            case 9 when people.Count > 0 && random.Next(2) == 0:
                var leaver = people[random.Next(people.Count)];
                await host.Contacts.DeleteAsync(leaver);
                return $"local {leaver} deleted";
            default:
                await host.SyncChangesAsync();
                return "sync";
        }
    }

    private static async Task ExpectRestAsync(TwoKindHost host, string history)
    {
        host.Crm.Requests.Clear();
        var run = await host.SyncChangesAsync();
        run.Counts.Should().Match<OperationCounts>(c => c.CreatedLocal + c.CreatedCrm + c.UpdatedLocal + c.UpdatedCrm + c.Linked + c.Unlinked == 0, history);
        host.Crm.Requests.Should().NotContain(static request => request.StartsWith("write", StringComparison.Ordinal), history);
    }

    // Who has no counterpart has a reason: an issue, or a link that is over.
    private static async Task ExpectAllAccountedForAsync(TwoKindHost host, IReadOnlyList<ContactLink> links, string history)
    {
        var issues = (await host.Sync.FindIssuesAsync()).SelectMany(static issue => new[] { issue.LocalId, issue.CrmId }).ToHashSet();
        foreach (var record in host.Crm.All.Where(r => r.ConvertedInto is null && links.All(link => link.CrmId != r.Id)))
        {
            var over = await host.Store.ReadLinksAsync(TwoKindHost.Account, SyncSide.Crm, record.Kind, [record.Id], default);
            (issues.Contains(record.Id) || over.Count > 0).Should().BeTrue("{0} has no contact here, {1}", record.Id, history);
        }

        await foreach (var contact in host.Contacts.ListAsync())
        {
            var known = await host.Store.ReadLinksAsync(TwoKindHost.Account, SyncSide.Local, RecordType.Contact, [contact.Id], default);
            (issues.Contains(contact.Id) || known.Count > 0).Should().BeTrue("{0} has no record there, {1}", contact.Id, history);
        }
    }

    private static string Shown(Customer customer, RecordType kind) => Line(
        customer.Phone, customer.Email, customer.FirstName, customer.Company, customer.Notes, kind == RecordType.Lead ? customer.Status : customer.Title);

    private static string Shown(TwoKindRecord record) => record.Kind == RecordType.Lead
        ? Line(record["Phone"], record["Email"], record["FirstName"], record["Company"], record["Notes__c"], record["Status"])
        : Line(record["Phone"], record["Email"], record["FirstName"], record["AccountName"], record["Notes__c"], record["Title"]);

    private static string Line(params string?[] values) => string.Join(" | ", values.Select(static v => string.IsNullOrEmpty(v) ? "-" : v));
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrmMapping.Emulators;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_linked_contact
{
    [Fact, Trait("Rule", "M1")]
    public async Task Stays_the_same_whatever_it_is_called_and_called_up_by()
    {
        await using var host = await SyncHost.StartAsync();
        var crm = host.AddToCrm("ada@example.com", "Ada", "+14155550101");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");

        host.Crm.Contacts.Update(crm.Id, [new("firstname", "Augusta"), new("email", "augusta@example.com"), new("phone", "+14155550199")]);
        await host.SyncToRestAsync();
        await host.Contacts.UpdateAsync(id, p => (p.Phone, p.Email) = ("+14155550188", "countess@example.com"));
        await host.SyncToRestAsync();
        await host.PullAsync();
        await host.PushAsync();

        host.CrmSide().Should().Equal("+14155550188 | countess@example.com | Augusta | - | - | -");
        (await host.LocalIdAsync("countess@example.com")).Should().Be(id);
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "X11")]
    public async Task Is_written_only_in_the_fields_that_changed()
    {
        var bodies = new ConcurrentQueue<string>();
        HastyHost? hasty = null;
        await using var host = await SyncHost.StartAsync(services: services =>
        {
            services.AddHttpClient("HubSpot").AddHttpMessageHandler(() => new Listener(bodies));
            services.Decorate<IContactRepository<Person>>(inner => hasty = new HastyHost(inner));
        });
        var crm = host.AddToCrm("ada@example.com", "Ada", "+14155550101", "London");
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => p.LastName = "Lovelace");
        host.Crm.Contacts.Update(crm.Id, "company", "Engines");

        await host.SyncToRestAsync();

        var update = JsonNode.Parse(bodies.Should().ContainSingle().Subject)!["inputs"]![0]!;
        update["properties"]!.AsObject().Select(p => p.Key).Should().Equal("lastname");
        hasty!.LastFields.Should().Equal("Company");
        await host.ExpectEqualSidesAsync();
    }

    [Theory, Trait("Rule", "X10")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Takes_what_the_crm_made_of_a_write_for_nobodys_change_once_it_is_read(bool withAnotherMap)
    {
        var time = TestTime.AtNoon();
        var file = SyncHost.NewFile();
        await using var crm = await SyncHost.StartCrmAsync(time);
        string id, record;
        await using (var host = await HostAsync<PersonMap>())
        {
            record = host.AddToCrm("ada@example.com", "Ada").Id;
            await host.PullAsync();
            id = await host.LocalIdAsync("ada@example.com");
            await host.Contacts.UpdateAsync(id, p => p.City = "London");
            await host.RunAsync(s => s.SyncContactAsync(id));
        }

        // A workflow of the account rewrites what it was given.
        crm.Contacts.Update(record, "city", "LONDON");
        await using var next = withAnotherMap ? await HostAsync<ShiftedMap>() : await HostAsync<PersonMap>();
        await next.SyncToRestAsync();

        (await next.PersonAsync(id)).City.Should().Be("London");
        (await next.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.NotKeptByCrm && i.Field == "City");
        next.CrmWrites.Should().Be(1, "it was left so");
        crm.Contacts.Update(record, "city", "Paris");
        await next.SyncToRestAsync();
        (await next.PersonAsync(id)).City.Should().Be("Paris", "that was a person");
        await next.ExpectRestAsync();
        SyncHost.Delete(file);

        Task<SyncHost> HostAsync<TMap>()
            where TMap : ContactMap<Person>, new() => SyncHost.StartBesideAsync(crm, time, file, new SyncSetup(
                h => h.UseContactMap<TMap>(), static s => s.Decorate<ICrmAdapter>(ForgetfulCrm.Around)));
    }

    [Fact, Trait("Rule", "O8")]
    public async Task That_was_put_aside_is_tried_again_when_a_person_asks()
    {
        await using var host = await SyncHost.StartAsync();
        host.AddToCrm("ada@example.com", "Ada");
        await host.PullAsync();
        var id = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(id, p => p.City = "London");
        host.Crm.Faults.Plan = new FaultPlan { ServerError = 1, PathContains = "batch/update" };
        await host.SyncToRestAsync();
        (await host.Sync.FindIssuesAsync()).Should().ContainSingle(i => i.Code == IssueCode.Quarantined && i.Message.Contains("5 times"));
        host.Crm.Faults.Clear();

        await host.RunAsync(s => s.SyncContactAsync(id));

        (await host.Sync.FindIssuesAsync()).Should().BeEmpty();
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "X3"), Trait("Rule", "X8"), Trait("Rule", "S8")]
    public async Task Has_a_journal_of_what_was_decided_and_from_what()
    {
        await using var host = await SyncHost.StartAsync(h => h.UseContactMap<DebatedMap>());
        var crm = host.Crm.Contacts.Create([new("email", "ada@example.com"), new("city", "Rome")]).Id;
        var id = await host.AddAsync("ada@example.com", "Ada", city: "Paris");
        await host.PullAsync();
        await host.Contacts.UpdateAsync(id, p => p.LastName = "here");
        host.Crm.Contacts.Update(crm, "lastname", "there");
        await host.SyncToRestAsync();
        host.Crm.Contacts.Archive(crm);
        await host.Notices.AcceptAsync([new Notice { Connection = "HubSpot", Side = SyncSide.Crm, Id = crm, Kind = NoticeKind.Deleted }]);
        await host.SyncToRestAsync();

        var journal = (await host.Sync.ReadJournalAsync(id)).Reverse().Select(Told).ToList();

        journal.Should().Equal(
            "FirstName Filled → Crm: 'Ada' / '' from unknown / unknown",
            "Linked",
            "City Parked: 'Paris' / 'Rome' from unknown / unknown, known Field / Record",
            "LastName CrmWon → Local: 'here' / 'there' from '' / '', known Field / Field",
            "City Parked: 'Paris' / 'Rome' from '' / '', known Field / Field",
            "Unlinked");
    }

    private static string Told(JournalEntry entry)
    {
        entry.Stamp.Should().NotBeEmpty();
        entry.IsErased.Should().BeFalse();
        if (entry.Field is null)
        {
            return entry.Reason.ToString();
        }

        var (local, crm) = (entry.Evidence.Local.Certainty, entry.Evidence.Crm.Certainty);
        return $"{entry.Field} {entry.Reason}{(entry.Written is { } side ? $" → {side}" : "")}: {Text(entry.Local)} / {Text(entry.Crm)} "
            + $"from {Text(entry.AgreedLocal)} / {Text(entry.AgreedCrm)}{(local == TimeCertainty.None ? "" : $", known {local} / {crm}")}";
    }

    private static string Text(FieldValue value) => value.IsUnknown ? "unknown" : $"'{value.Text}'";

    private sealed class ShiftedMap : ContactMap<Person>
    {
        public ShiftedMap()
        {
            Map(c => c.Email).To("email").Locked();
            Map(c => c.Street).To("address");
            Map(c => c.State).To("state");
            Map(c => c.Zip).To("zip");
            Map(c => c.JobTitle).To("jobtitle");
            Map(c => c.FirstName).To("firstname");
            Map(c => c.City).To("city");
        }
    }

    private sealed class DebatedMap : ContactMap<Person>
    {
        public DebatedMap()
        {
            Map(c => c.Email).To("email").Locked();
            Map(c => c.FirstName).To("firstname");
            Map(c => c.LastName).To("lastname").Resolve(ConflictPolicy.LatestWins);
            Map(c => c.City).To("city").Resolve(ConflictPolicy.Manual);
        }
    }

    private sealed class Listener(ConcurrentQueue<string> bodies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/batch/update", StringComparison.Ordinal))
            {
                bodies.Enqueue(await request.Content!.ReadAsStringAsync(cancellationToken));
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}

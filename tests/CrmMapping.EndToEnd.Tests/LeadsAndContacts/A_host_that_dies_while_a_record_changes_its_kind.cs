namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a host die at each of its effects in turn, and another one go on.</summary>
[Trait("Rule", "S1"), Trait("Rule", "M5")]
public sealed class A_host_that_dies_while_a_record_changes_its_kind
{
    private const string Phone = "+14155550101";
    private const int MostSteps = 60;

    [Fact]
    public async Task Loses_and_doubles_nothing_of_a_converted_lead_and_an_edit_that_was_pending()
    {
        var deaths = await DieEverywhereAsync(
            crm => crm.AddLead(Phone, "ada@example.com", "Ada", ("Company", "Globex")),
            async host =>
            {
                await host.Contacts.UpdateAsync("1", c => c.FirstName = "Augusta");
                host.Crm.Set("00Q01", "Company", "Initech");
                var contact = host.Crm.Convert("00Q01");
                host.Crm.Set(contact, "Title", "Countess");
            },
            async host =>
            {
                (await host.LinksAsync()).Should().Equal("1 ↔ Contact 00302");
                (await host.CustomerAsync("1")).Should().BeEquivalentTo(new Customer
                {
                    Phone = Phone, Email = "ada@example.com", FirstName = "Augusta", Company = "Initech", Title = "Countess", Status = "Open",
                });
                host.CrmSide().Should().Equal("Lead Ada", "Contact Augusta");
            });

        deaths.Should().BeGreaterThan(6, "a local write, a write to the CRM and what is remembered of them can each be cut off");
    }

    [Fact, Trait("Rule", "M4")]
    public async Task Loses_and_doubles_nothing_of_a_link_that_moves_to_the_kind_that_goes_first()
    {
        var deaths = await DieEverywhereAsync(
            crm => crm.AddContact(Phone, "ada@example.com", "Ada", ("Title", "Countess")),
            async host =>
            {
                await host.Contacts.UpdateAsync("1", c => c.Notes = "met in May");
                host.Crm.AddLead(Phone, "ada@example.com", "Ada", ("Company", "Globex"));
            },
            async host =>
            {
                (await host.LinksAsync()).Should().Equal("1 ↔ Lead 00Q02");
                (await host.CustomerAsync("1")).Should().BeEquivalentTo(new Customer
                {
                    Phone = Phone, Email = "ada@example.com", FirstName = "Ada", Company = "Globex", Title = "Countess", Status = "Open", Notes = "met in May",
                });
                host.Crm.Get("00Q02")["Notes__c"].Should().Be("met in May");
                (await host.IssuesAsync()).Should().Equal($"{IssueCode.DuplicateIgnored} 00301");
            });

        deaths.Should().BeGreaterThan(6);
    }

    [Fact, Trait("Rule", "O2"), Trait("Rule", "S6")]
    public async Task Goes_on_with_a_pull_of_both_kinds_where_it_stopped()
    {
        var deaths = await DieEverywhereAsync(
            static _ => { },
            host =>
            {
                for (var number = 1; number <= 4; number++)
                {
                    host.Crm.AddLead($"+1415555010{number}", null, $"Lead {number}");
                    host.Crm.AddContact($"+1415555020{number}", null, $"Contact {number}");
                }

                return Task.CompletedTask;
            },
            async host =>
            {
                (await host.LinksAsync()).Should().HaveCount(8);
                (await host.NamesAsync()).Should().BeEquivalentTo(host.Crm.All.Select(static r => r["FirstName"]));
                (await host.Sync.ReadLastRunsAsync()).Should().ContainSingle(static run => run.Kind == OperationKind.Pull)
                    .Which.Counts.Contacts.Should().Be(8);
            },
            static sync => sync.PullAsync());

        deaths.Should().BeGreaterThan(10);
    }

    // Gives at how many effects a host could die before one came through.
    private static async Task<int> DieEverywhereAsync(
        Action<TwoKindCrm> begin, Func<TwoKindHost, Task> happen, Func<TwoKindHost, Task> claim, Func<ICrmSync, Task<OperationRun>>? start = null)
    {
        for (var step = 1; step < MostSteps; step++)
        {
            var (time, file) = (TestTime.AtNoon(), SyncHost.NewFile());
            var crm = new TwoKindCrm(time);
            begin(crm);
            var settings = TwoKindHost.Both(RecordType.Lead);
            await using (var host = await TwoKindHost.StartAsync(crm, time, file, ownsFile: false, settings))
            {
                if (start is null)
                {
                    await host.PullAsync();
                }

                await happen(host);
            }

            var hasDied = await DieAsync(crm, time, file, settings, step, start ?? (static sync => sync.SyncChangesAsync()));
            await using (var heir = await TwoKindHost.StartAsync(crm, time, file, ownsFile: true, settings))
            {
                await heir.RunAsync(start ?? (static sync => sync.SyncChangesAsync()));
                await heir.SyncToRestAsync();
                await claim(heir);
            }

            if (!hasDied)
            {
                return step - 1;
            }
        }

        throw new InvalidOperationException($"The host could die at {MostSteps} effects and more.");
    }

    private static async Task<bool> DieAsync(
        TwoKindCrm crm, TestTime time, string file, ConnectionSettings settings, int step, Func<ICrmSync, Task<OperationRun>> start)
    {
        var mortal = new Mortal(step);
        await using (var host = await TwoKindHost.StartAsync(crm, time, file, ownsFile: false, settings, mortal.Befall))
        {
            (crm.Writing, crm.Written) = (_ => mortal.Step(), mortal.Step);
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny((await start(host.Sync)).WaitAsync(), mortal.Died);
        }

        (crm.Writing, crm.Written) = (null, null);
        return mortal.Died.IsCompleted;
    }
}

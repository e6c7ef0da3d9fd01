using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a host die between an effect and its being remembered, and people go on editing before the next one starts.</summary>
public sealed class Edits_in_the_wake_of_a_crash : IAsyncLifetime
{
    private readonly TestTime _time = TestTime.AtNoon();
    private readonly string _file = SyncHost.NewFile();
    private HubSpotEmulator _crm = null!;
    private string _crmId = "";
    private string _localId = "";

    public async Task InitializeAsync()
    {
        _crm = await SyncHost.StartCrmAsync(_time);
        await using var host = await HostAsync();
        _crmId = host.AddToCrm("ada@example.com", "Ada", "+14155550101").Id;
        await host.PullAsync();
        _localId = await host.LocalIdAsync("ada@example.com");
    }

    public async Task DisposeAsync()
    {
        await _crm.DisposeAsync();
        SyncHost.Delete(_file);
    }

    [Theory, Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1")]
    [InlineData("after-crm-write")]
    [InlineData("before-crm-write")]
    public async Task Here_are_not_undone_by_the_value_that_was_sent_before(string step)
    {
        await DieAsync(step, h => h.Contacts.UpdateAsync(_localId, p => p.FirstName = "Augusta"));

        await GoOnAsync(h => h.Contacts.UpdateAsync(_localId, p => p.FirstName = "Countess"));

        FirstNames().Should().Equal(step == "after-crm-write" ? ["Countess", "Augusta", "Ada"] : ["Countess", "Ada"]);
    }

    [Theory, Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1")]
    [InlineData("after-local-write")]
    [InlineData("before-local-write")]
    public async Task There_are_not_undone_by_the_value_that_was_saved_before(string step)
    {
        await DieAsync(step, h => Task.FromResult(h.Crm.Contacts.Update(_crmId, "firstname", "Augusta")), LocalWins);

        await GoOnAsync(h => Task.FromResult(h.Crm.Contacts.Update(_crmId, "firstname", "Countess")), LocalWins);

        FirstNames().Should().Equal("Countess", "Augusta", "Ada");
    }

    [Fact, Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1")]
    public async Task Of_a_contact_that_was_just_created_in_the_crm_reach_it()
    {
        string id = "";
        await DieAsync("after-crm-write", async h => id = await h.AddAsync("bob@example.com", "Bob"));

        await GoOnAsync(h => h.Contacts.UpdateAsync(id, p => p.FirstName = "Robert"));

        _crm.Contacts.All.Should().HaveCount(2);
        _crm.Contacts.FindByEmail("bob@example.com")!["firstname"].Should().Be("Robert");
    }

    [Theory, Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1")]
    [InlineData("bob@example.com")]
    [InlineData(null)]
    public async Task Of_a_contact_that_was_just_created_here_reach_the_crm(string? email)
    {
        string crm = "";
        await DieAsync("after-local-write", h => Task.FromResult(
            crm = h.Crm.Contacts.Create([new("email", email), new("firstname", "Bob"), new("city", "Oslo")]).Id));

        await GoOnAsync(async h =>
        {
            await h.Contacts.UpdateAsync(await h.LocalIdAsync(email), p => p.FirstName = "Robert");
            h.Crm.Contacts.Update(crm, "city", "Bergen");
        });

        _crm.Contacts.Find(crm).Should().Match<HubSpotContact>(c => c["firstname"] == "Robert" && c["city"] == "Bergen");
    }

    [Fact, Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1")]
    public async Task Of_two_that_were_just_linked_are_no_conflict()
    {
        var crm = _crm.Contacts.Create([new("email", "bob@example.com"), new("city", "Oslo")]).Id;
        string id = "";
        await DieAsync("after-crm-write", async h => id = await h.AddAsync("bob@example.com", "Bob"));

        await GoOnAsync(h => h.Contacts.UpdateAsync(id, p => p.FirstName = "Robert"));

        _crm.Contacts.Find(crm).Should().Match<HubSpotContact>(c => c["firstname"] == "Robert" && c["city"] == "Oslo");
    }

    [Fact, Trait("Rule", "X5"), Trait("Rule", "X7"), Trait("Rule", "S1")]
    public async Task Are_not_undone_either_where_it_is_the_answers_that_were_lost()
    {
        await using var host = await HostAsync();
        await host.Contacts.UpdateAsync(_localId, p => p.FirstName = "Augusta");
        _crm.Faults.Plan = new FaultPlan { LostAnswer = 1, PathContains = "batch/update" };
        await host.SyncChangesAsync();
        _crm.Faults.Clear();
        await host.Contacts.UpdateAsync(_localId, p => p.FirstName = "Countess");

        await host.SyncToRestAsync();

        FirstNames().Distinct().Should().Equal("Countess", "Augusta", "Ada");
        await host.ExpectEqualSidesAsync();
    }

    [Fact, Trait("Rule", "X3")]
    public async Task Leave_a_journal_that_tells_of_the_write_nobody_saved()
    {
        await DieAsync("after-crm-write", h => h.Contacts.UpdateAsync(_localId, p => p.FirstName = "Augusta"));

        await using var host = await HostAsync();
        await host.SyncToRestAsync();

        (await host.Sync.ReadJournalAsync(_localId)).Should().ContainSingle(e => e.Field == "FirstName").Which.Should().Match<JournalEntry>(e =>
            e.Reason == PlanReason.LocalChanged && e.Written == SyncSide.Crm && e.Local == "Augusta" && e.Crm == "Ada" && e.AgreedLocal == "Ada");
    }

    // All people's edits, newest first: what the engine undid or wrote again would stand among them.
    private IEnumerable<string?> FirstNames() => _crm.Contacts.History(_crmId, "firstname").Select(v => v.Value);

    private static void LocalWins(HubSpotBuilder hubSpot) => hubSpot.UseContactMap<StubbornMap>();

    private Task<SyncHost> HostAsync(SyncSetup setup = default) => SyncHost.StartBesideAsync(_crm, _time, _file, setup);

    private async Task DieAsync(string step, Func<SyncHost, Task> edit, Action<HubSpotBuilder>? hubSpot = null)
    {
        var blackout = new Blackout(step);
        await using var host = await HostAsync(blackout.Setup(hubSpot));
        await edit(host);
        _time.Advance(TimeSpan.FromMinutes(1));
        await host.Sync.SyncChangesAsync();
        await blackout.Happened.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task GoOnAsync(Func<SyncHost, Task> edit, Action<HubSpotBuilder>? hubSpot = null)
    {
        await using var host = await HostAsync(new SyncSetup(hubSpot));
        await edit(host);

        await host.SyncToRestAsync();

        await host.ExpectEqualSidesAsync();
        await host.ExpectRestAsync();
    }

    private sealed class StubbornMap : ContactMap<Person>
    {
        public StubbornMap()
        {
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.Email).To("email").Locked();
            Map(c => c.FirstName).To("firstname");
            Resolve(ConflictPolicy.LocalWins);
        }
    }
}

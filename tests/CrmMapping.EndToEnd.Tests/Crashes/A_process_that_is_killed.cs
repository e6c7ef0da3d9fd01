using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a child process run an operation and die after each of its effects in turn, and another host go on where it left off.</summary>
public sealed class A_process_that_is_killed : IAsyncLifetime
{
    private readonly TestTime _time = TestTime.AtNoon();
    private HubSpotEmulator _crm = null!;

    public async Task InitializeAsync() => _crm = await SyncHost.StartCrmAsync(_time);

    public async Task DisposeAsync() => await _crm.DisposeAsync();

    [Theory, Trait("Rule", "S1"), Trait("Rule", "S6")]
    [InlineData(OperationKind.SyncChanges, "request", "crm-write", "commit", "local-write")]
    [InlineData(OperationKind.Pull, "request", "crm-write", "commit", "local-write")]
    [InlineData(OperationKind.Push, "request", "crm-write", "commit", "local-write")]
    [InlineData(OperationKind.SyncContact, "request", "crm-write", "commit", "local-write")]
    public Task Loses_no_change_and_makes_no_twin(OperationKind operation, params string[] effects) =>
        DieAfterEachAsync(operation, () => _crm.AccessToken, effects);

    [Fact, Trait("Rule", "S1")]
    public Task Loses_no_change_either_while_it_buys_a_token() => DieAfterEachAsync(
        OperationKind.SyncContact, () => _crm.OAuth.IssueRefreshToken(), ["token-request", "token-save", "request", "crm-write", "commit", "local-write"]);

    [Theory, Trait("Rule", "S1")]
    [InlineData("before-request")]
    [InlineData("before-commit")]
    public async Task Has_lost_nothing_where_it_died_before_it_did_anything(string step)
    {
        _crm.Reset();
        (await KillAndGoOnAsync(OperationKind.SyncChanges, _crm.AccessToken, step, 1)).Should().Be(step);
    }

    private async Task DieAfterEachAsync(OperationKind operation, Func<string> token, string[] effects)
    {
        var died = new List<string>();
        do
        {
            _crm.Reset();
            died.Add(await KillAndGoOnAsync(operation, token(), KillPoint.AfterAny, died.Count + 1));
        }
        while (died[^1] != "" && died.Count < 60);

        died[^1].Should().BeEmpty("after its last effect it comes to its end");
        died.RemoveAt(died.Count - 1);

        // It may take one request more or less than the time before: what the count passed over is met by itself.
        foreach (var effect in effects.Select(static effect => KillPoint.AfterAny + effect).Except(died).ToList())
        {
            _crm.Reset();
            died.Add(await KillAndGoOnAsync(operation, token(), effect, 1));
        }

        died.Distinct().Should().BeEquivalentTo(effects.Select(static effect => KillPoint.AfterAny + effect), "there are effects of all kinds");
    }

    // Gives the step at which the child died; nothing when it came to its end before.
    private async Task<string> KillAndGoOnAsync(OperationKind operation, string token, string step, int count)
    {
        var file = SyncHost.NewFile();
        try
        {
            var subject = await PrepareAsync(file);
            var died = await new Victim(_crm, _time, file, token).RunAsync($"{operation}", subject, step, count);

            await using var host = await SyncHost.StartBesideAsync(_crm, _time, file, Victim.Setup(file));
            await host.SyncToRestAsync();
            await EndedAsync(host);
            await host.SyncToRestAsync();

            string because = $"the process died at {died} ({count}) of {operation}";
            host.CrmSide().Should().Equal(Wanted, because);
            (await host.LocalSideAsync()).Should().Equal(Wanted, because);
            (await host.IntentsAsync()).Should().BeEmpty(because);
            (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(Wanted.Length, because);
            (await host.Sync.FindIssuesAsync()).Should().OnlyContain(issue => issue.LocalId == null && issue.CrmId == null, because);
            await host.ExpectRestAsync();
            return died;
        }
        finally
        {
            SyncHost.Delete(file);
        }
    }

    private static readonly string[] Wanted =
    [
        "+14155550101 | ada@example.com | Ada L | - | London | Engines",
        "+14155550102 | bob@example.com | Bob | - | Bergen | -",
        "+14155550103 | cyd@example.com | Cyd | - | Rome | -",
        "+14155550104 | dan@example.com | Dan | - | Lima | -",
        "+14155550105 | eve@example.com | Eve | - | Cairo | -",
        "- | - | Gil | - | Nice | -",
        "- | fay@example.com | Fay | - | - | -",
    ];

    // One linked contact edited on both sides, another one there, some to create on either side, one to link; one of them has no key at all.
    private async Task<string> PrepareAsync(string file)
    {
        await using var host = await SyncHost.StartBesideAsync(_crm, _time, file, Victim.Setup(file));
        var ada = host.AddToCrm("ada@example.com", "Ada", "+14155550101", "London");
        var bob = host.AddToCrm("bob@example.com", "Bob", "+14155550102", "Oslo");
        await host.PullAsync();
        var subject = await host.LocalIdAsync("ada@example.com");
        await host.Contacts.UpdateAsync(subject, p => p.FirstName = "Ada L");
        _crm.Contacts.Update(ada.Id, "company", "Engines");
        _crm.Contacts.Update(bob.Id, "city", "Bergen");
        await host.AddAsync("cyd@example.com", "Cyd", "+14155550103", "Rome");
        host.AddToCrm("dan@example.com", "Dan", "+14155550104", "Lima");
        await host.AddAsync("eve@example.com", "Eve", "+14155550105", "Cairo");
        host.AddToCrm("eve@example.com", "Eve");
        await host.AddAsync("fay@example.com", "Fay");
        await host.Contacts.AddAsync(new Person { FirstName = "Gil", City = "Nice" });
        _time.Advance(TimeSpan.FromMinutes(1));
        return subject;
    }

    private static async Task EndedAsync(SyncHost host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await host.Store.ReadOpenRunsAsync("HubSpot", patience.Token)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), host.Time, patience.Token);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a child process sync and die at each of its steps in turn, and another host go on where it left off.</summary>
public sealed class A_process_that_is_killed : IAsyncLifetime
{
    private readonly TestTime _time = TestTime.AtNoon();
    private HubSpotEmulator _crm = null!;

    public async Task InitializeAsync() => _crm = await SyncHost.StartCrmAsync(_time);

    public async Task DisposeAsync() => await _crm.DisposeAsync();

    [Theory, Trait("Rule", "S1"), Trait("Rule", "S6")]
    [InlineData("before-request", 6)]
    [InlineData("after-request", 6)]
    [InlineData("before-crm-write", 2)]
    [InlineData("after-crm-write", 2)]
    [InlineData("before-commit", 3)]
    [InlineData("after-commit", 3)]
    [InlineData("before-local-write", 2)]
    [InlineData("after-local-write", 2)]
    public async Task Loses_no_change_and_makes_no_twin(string step, int atLeast)
    {
        var count = 0;
        while (await KillAndGoOnAsync(step, ++count))
        {
            count.Should().BeLessThan(50);
        }

        count.Should().BeGreaterThan(atLeast, "there are so many steps of that kind to die at");
    }

    // False when the child came to its end before it reached the step.
    private async Task<bool> KillAndGoOnAsync(string step, int count)
    {
        _crm.Reset();
        var file = SyncHost.NewFile();
        try
        {
            await PrepareAsync(file);
            var wasKilled = await RunChildAsync(file, step, count);

            await using var host = await SyncHost.StartBesideAsync(_crm, _time, file);
            await host.SyncToRestAsync();

            string because = $"the process died at {step} {count}";
            host.CrmSide().Should().Equal(Wanted, because);
            (await host.LocalSideAsync()).Should().Equal(Wanted, because);
            (await host.IntentsAsync()).Should().BeEmpty(because);
            (await host.Store.CountLinksAsync("HubSpot", default)).Should().Be(Wanted.Length, because);
            await host.ExpectRestAsync();
            return wasKilled;
        }
        finally
        {
            SyncHost.Delete(file);
        }
    }

    private static readonly string[] Wanted =
    [
        "+14155550101 | ada@example.com | Ada L | - | London | -",
        "+14155550102 | bob@example.com | Bob | - | Bergen | -",
        "+14155550103 | cyd@example.com | Cyd | - | Rome | -",
        "+14155550104 | dan@example.com | Dan | - | Lima | -",
        "+14155550105 | eve@example.com | Eve | - | Cairo | -",
        "- | fay@example.com | Fay | - | - | -",
    ];

    // Two linked contacts edited on one side each, two to create on either side, one to link, one without a phone to create.
    private async Task PrepareAsync(string file)
    {
        await using var host = await SyncHost.StartBesideAsync(_crm, _time, file);
        host.AddToCrm("ada@example.com", "Ada", "+14155550101", "London");
        var bob = host.AddToCrm("bob@example.com", "Bob", "+14155550102", "Oslo");
        await host.PullAsync();
        await host.Contacts.UpdateAsync(await host.LocalIdAsync("ada@example.com"), p => p.FirstName = "Ada L");
        _crm.Contacts.Update(bob.Id, "city", "Bergen");
        await host.AddAsync("cyd@example.com", "Cyd", "+14155550103", "Rome");
        host.AddToCrm("dan@example.com", "Dan", "+14155550104", "Lima");
        await host.AddAsync("eve@example.com", "Eve", "+14155550105", "Cairo");
        host.AddToCrm("eve@example.com", "Eve");
        await host.AddAsync("fay@example.com", "Fay");
        _time.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<bool> RunChildAsync(string file, string step, int count)
    {
        var now = _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var program = Path.ChangeExtension(typeof(SyncServices).Assembly.Location, ".dll");
        var child = await ProgramRun.ToEndAsync(new ProcessStartInfo(
            "dotnet", [program, $"{_crm.BaseAddress}", _crm.AccessToken, file, now, step, count.ToString(CultureInfo.InvariantCulture)]));
        const int Killed = 128 + 9;
        child.ExitCode.Should().BeOneOf([0, Killed], child.Errors);
        return child.ExitCode == Killed;
    }
}

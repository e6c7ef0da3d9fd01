using System.Text.RegularExpressions;
using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_first_look_at_the_product : IDisposable
{
    private readonly SampleProgram _program = new();

    [Fact]
    [Trait("Rule", "X4")]
    public async Task Brings_both_sides_together_and_then_comes_to_rest()
    {
        var run = await _program.RunAsync("--count", "300", "--json", "report.json");

        run.ExitCode.Should().Be(0, run.Errors);
        var report = new ReportFile(_program.InFolder("report.json"));
        report["contacts"].Should().Be(306, "three were added on each side");
        report["created"].Should().Be(306);
        report["conflicts"].Should().Be(15);
        (report["conflictsWonByCrm"] + report["conflictsWonByLocal"]).Should().Be(15);
        report["updated"].Should().BeGreaterThanOrEqualTo(45, "fifteen were edited here, fifteen there, fifteen on both sides");
        report["secondSyncWrites"].Should().Be(0);
        report["differencesAtEnd"].Should().Be(0);
        report["differencesExplained"].Should().Be(0);
        report["peakBytes"].Should().BePositive();
        report.Seconds.Should().BePositive();
    }

    [Fact]
    public async Task Asks_hardly_more_of_the_crm_than_its_batches_allow()
    {
        await _program.RunAsync("--count", "300", "--json", "report.json");

        var report = new ReportFile(_program.InFolder("report.json"));
        report["requests"].Should().BeInRange(report["leastRequests"], report["leastRequests"] + 2);
    }

    [Fact]
    public async Task Makes_up_contacts_whose_phones_are_numbers_where_they_name_their_country()
    {
        await _program.RunAsync("--count", "300", "--json", "report.json");

        var withoutCountry = SampleContacts.Generate(300).Count(person => person.Country != "United States" && !person.Phone.StartsWith('+'));
        new ReportFile(_program.InFolder("report.json")).Causes["InvalidPhone"].Should().Be(withoutCountry);
    }

    [Fact]
    public async Task Shows_map_plans_and_table()
    {
        var run = await _program.RunAsync("--count", "60");

        run.Output.Should().Contain("  Email       ↔ email        🔒\n")
            .And.Contain("  Company     ↔ company      🗑️  conflict: LatestWins\n")
            .And.MatchRegex("LastName ← lastname  .*  🗑️\n")
            .And.Contain("changed locally")
            .And.Contain("conflict: the CRM wins")
            .And.Contain("conflict: the local side wins (it is later)")
            .And.Contain("second sync wrote            0")
            .And.NotContain("\e[", "there is no terminal to colour");
    }

    [Fact]
    public async Task Lets_an_admin_edit_the_map_apply_it_and_pair_users()
    {
        var run = await _program.RunAsync("--count", "60");

        run.Output.Should().Contain("✗ re-point Email to customer_tier\n      The mapping Email ↔ email is locked")
            .And.Contain("✗ write Tier to the property that City has\n      'city' is already mapped: City ↔ city.")
            .And.Contain("saved by admin@example.com as version 1:\n    + Tier → customer_tier\n")
            .And.Contain("Tier → customer_tier  blank ⇒ \"Gold\"")
            .And.Contain("3 contacts written with 2 requests")
            .And.Contain("✓ Noor Haddad ↔ Noor Haddad: paired by e-mail")
            .And.Contain("A contact's owner may be one of: Ines Costa, Noor Haddad.")
            .And.Contain("differences at end           0");
    }

    [Fact]
    public async Task Keeps_the_database_that_was_named_and_refuses_to_mix_it_with_another_account()
    {
        var first = await _program.RunAsync("--count", "20", "--db", "kept.db");
        var second = await _program.RunAsync("--count", "20", "--db", "kept.db");

        first.ExitCode.Should().Be(0, first.Errors);
        File.Exists(_program.InFolder("kept.db")).Should().BeTrue();
        second.ExitCode.Should().Be(2);
        second.Errors.Should().StartWith("'kept.db' is there already");
    }

    [Fact]
    public async Task Shows_edits_as_they_cross_while_it_watches()
    {
        using var process = _program.Start("--count", "40", "--watch");

        await SampleProgram.FindLineAsync(process, "City ← city .*, [0-9.]+ s after the edit");
        await SampleProgram.FindLineAsync(process, "City → city .*, [0-9.]+ s after the edit");

        process.Kill();
    }

    [Fact]
    public async Task Ends_watching_when_its_time_is_over()
    {
        var run = await _program.RunAsync("--count", "5", "--watch", "--for", "1");

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("Stopped: ");
    }

    [Fact]
    public async Task Lets_edits_by_hand_cross_that_are_made_as_it_prints_them()
    {
        using var process = _program.Start("--count", "40", "--watch");
        string[] edits =
        [
            await SampleProgram.FindLineAsync(process, "^  here"),
            await SampleProgram.FindLineAsync(process, "^  in the CRM"),
            await SampleProgram.FindLineAsync(process, "^  a new one"),
        ];
        foreach (var edit in edits)
        {
            (await PrintedCurl.SendAsync(edit)).EnsureSuccessStatusCode();
        }

        List<string> arrivals = ["City → city .*\"Porto\"", "City ← city .*\"Lisboa\"", "← created"];
        while (arrivals.Count > 0)
        {
            var line = await SampleProgram.FindLineAsync(process, "^  ");
            arrivals.RemoveAll(arrival => Regex.IsMatch(line, arrival));
        }

        process.Kill();
    }

    [Fact]
    public async Task Ends_watching_in_order_when_it_is_interrupted()
    {
        var run = await _program.SignalAsync("INT", "Watch", "--count", "20", "--watch");

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("  Stopped: ");
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task Ends_in_the_middle_with_one_line_and_the_exit_code_of_the_signal(string signal, int exitCode)
    {
        var run = await _program.SignalAsync(signal, "Pull everything", "--count", "20000");

        run.ExitCode.Should().Be(exitCode);
        run.Errors.Should().Be("Stopped before the end.\n");
    }

    [Fact]
    public async Task Takes_its_emulator_along_while_that_is_still_loading()
    {
        using var emulator = _program.Start("emulator", "--count", "1000000");
        await SampleProgram.FindLineAsync(emulator, "^{\"what\":\"loaded\"");

        emulator.StandardInput.Close();

        (await emulator.StandardOutput.ReadToEndAsync()).Should().NotContain("ready");
        emulator.WaitForExit();
    }

    [Fact]
    public async Task Takes_its_emulator_along_when_it_is_killed()
    {
        using var process = _program.Start("--count", "20", "--watch");
        using var http = new HttpClient();
        var line = await SampleProgram.FindLineAsync(process, "^HubSpot, emulated on ");
        var address = new Uri(new Uri(line.Split(' ')[3].TrimEnd(':')), "/_emulator");
        (await http.GetAsync(address)).EnsureSuccessStatusCode();

        process.Kill();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var refused = async () =>
        {
            while (!patience.IsCancellationRequested)
            {
                await http.GetAsync(address, patience.Token);
            }
        };
        await refused.Should().ThrowAsync<HttpRequestException>();
    }

    public void Dispose() => _program.Dispose();
}

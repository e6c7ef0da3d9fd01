using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmMapping.EndToEnd.Tests;

public sealed class A_first_look_at_the_product : IDisposable
{
    private readonly QuickStartProgram _program = new();

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
    public async Task Shows_map_plans_and_table()
    {
        var run = await _program.RunAsync("--count", "60");

        run.Output.Should().Contain("Email       ↔ email        🔒")
            .And.Contain("changed locally")
            .And.Contain("conflict: the CRM wins")
            .And.Contain("conflict: the local side wins (it is later)")
            .And.Contain("second sync wrote            0")
            .And.NotContain("\e[", "there is no terminal to colour");
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

        await FindLineAsync(process, "City ← city .*, [0-9.]+ s after the edit");
        await FindLineAsync(process, "City → city .*, [0-9.]+ s after the edit");

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
    public async Task Takes_its_emulator_along_when_it_is_killed()
    {
        using var process = _program.Start("--count", "20", "--watch");
        using var http = new HttpClient();
        var line = await FindLineAsync(process, "^HubSpot, emulated on ");
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

    private static async Task<string> FindLineAsync(Process process, string pattern)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                said.AppendLine(line);
                if (Regex.IsMatch(line, pattern))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        throw new InvalidOperationException($"No line that it wrote matches '{pattern}':\n{said}");
    }
}

using System.Net;
using System.Net.Sockets;

namespace CrmMapping.EndToEnd.Tests;

public sealed class An_emulator_as_a_program : IDisposable
{
    private readonly SampleProgram _program = new("EmulatorHost");

    [Theory]
    [InlineData("hubspot", "HubSpot", "with 5 contacts.")]
    [InlineData("pipedrive", "Pipedrive", "with 5 persons.")]
    [InlineData("highlevel", "HighLevel", "with 5 contacts.")]
    [InlineData("aircall", "Aircall", "with 5 calls.")]
    public async Task Answers_the_requests_that_it_prints(string crm, string name, string filled)
    {
        using var process = _program.Start("--crm", crm, "--port", "0", "--contacts", "5");
        var first = await SampleProgram.FindLineAsync(process, $"^{name}, emulated, on http://127.0.0.1:");
        List<string> calls = [];
        while (calls.Count < 7)
        {
            var line = await SampleProgram.FindLineAsync(process, "^  ");
            if (line.StartsWith("  curl", StringComparison.Ordinal))
            {
                calls.Add(line);
            }
        }

        first.Should().Contain(filled);
        foreach (var call in calls)
        {
            using var answer = await PrintedCurl.SendAsync(call);
            answer.IsSuccessStatusCode.Should().BeTrue(call);
        }

        process.Kill();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Ends_in_order(string signal)
    {
        var run = await _program.SignalAsync(signal, "HubSpot, emulated", "--port", "0");

        run.Should().Match<ProgramRun>(run => run.ExitCode == 0 && run.Errors == "");
        run.Output.Should().EndWith("Stopped.\n");
    }

    [Fact]
    public async Task Says_when_its_port_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await _program.RunAsync("--port", $"{port}");

        run.ExitCode.Should().Be(2);
        run.ErrorLine.Should().StartWith($"Port {port} cannot be used").And.EndWith("Choose another with --port, or 0 for any free one.");
    }

    [Theory]
    [InlineData("'rolodex' is not a CRM that can be emulated.", "--crm", "rolodex")]
    [InlineData("--port takes a whole number from 0 to 65,535, not '70000'.", "--port", "70000")]
    [InlineData("--port takes a whole number from 0 to 65,535, not 'x'.", "--port", "x")]
    [InlineData("--contacts takes a whole number from 0 to 1,000,000, not '-5'.", "--contacts", "-5")]
    [InlineData("--faults takes a number from 0 to 1, not '2'.", "--faults", "2")]
    [InlineData("--search-lag takes a number from 0 to 3,600, not 'NaN'.", "--search-lag", "NaN")]
    [InlineData("--latency takes a whole number from 0 to 3,600,000, not '-1'.", "--latency", "-1")]
    [InlineData("--webhook-url takes a web address", "--webhook-url", "ftp://x")]
    [InlineData("--token takes a token without blanks", "--token", "a b")]
    [InlineData("--client-secret takes a secret", "--client-secret", "")]
    [InlineData("Unrecognized command or argument '--nonsense'.", "--nonsense")]
    public async Task What_cannot_be_meant_is_refused_in_one_line(string message, params string[] args)
    {
        var run = await _program.RunAsync(args);

        run.ExitCode.Should().Be(2);
        run.ErrorLine.Should().Contain(message);
    }

    public void Dispose() => _program.Dispose();
}

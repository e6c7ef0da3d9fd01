using System.Diagnostics;

namespace CrmMapping.Emulators.Tests;

public sealed class The_client_that_Pipedrive_publishes
{
    private const string Package = "pipedrive@33.7.0";

    [RequiresNodeFact]
    public async Task Takes_the_emulator_for_Pipedrive()
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions { BurstLimit = 200, SearchBurstLimit = 100 });
        emulator.Users.Add("lee@example.com", "Lee Ng");
        var folder = Directory.CreateTempSubdirectory("pipedrive-client-").FullName;
        try
        {
            await Run(folder, "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", Package);
            var said = await Run(folder, "node", Path.Combine(AppContext.BaseDirectory, "ThirdParty", "pipedrive.mjs"),
                emulator.BaseAddress.ToString().TrimEnd('/'), emulator.ApiToken, folder, emulator.Tokens.IssueAccessToken(), emulator.Tokens.IssueCode());

            said.Trim().Should().Be("done");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Run(string folder, string program, params string[] arguments)
    {
        var run = await ProgramRun.ToEndAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder });
        run.ExitCode.Should().Be(0, "{0} said: {1}", program, run.Errors);
        return run.Output;
    }
}

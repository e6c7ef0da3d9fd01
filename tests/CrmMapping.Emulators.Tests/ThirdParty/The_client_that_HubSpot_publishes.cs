using System.Diagnostics;

namespace CrmMapping.Emulators.Tests;

public sealed class The_client_that_HubSpot_publishes
{
    private const string Package = "@hubspot/api-client@13.5.0";

    [RequiresNodeFact]
    public async Task Takes_the_emulator_for_HubSpot()
    {
        await using var emulator = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions { SearchLag = NodaTime.Duration.Zero, SearchLimit = 100 });
        emulator.Owners.Add("lee@example.com", "Lee", "Ng");
        var folder = Directory.CreateTempSubdirectory("hubspot-client-").FullName;
        try
        {
            await Run(folder, "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", Package);
            var said = await Run(folder, "node", Path.Combine(AppContext.BaseDirectory, "ThirdParty", "client.mjs"),
                emulator.BaseAddress.ToString().TrimEnd('/'), emulator.AccessToken, folder, emulator.OAuth.IssueRefreshToken());

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

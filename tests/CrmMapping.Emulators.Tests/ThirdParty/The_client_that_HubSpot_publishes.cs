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
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.Should().Be(0, "{0} said: {1}", program, await errors);
        return await output;
    }
}

using System.Diagnostics;

namespace CrmMapping.Emulators.Tests;

public sealed class The_client_that_HighLevel_publishes
{
    private const string Package = "@gohighlevel/api-client@3.1.0";

    [RequiresNodeFact]
    public async Task Takes_the_emulator_for_HighLevel()
    {
        var options = new HighLevelEmulatorOptions { SearchLag = NodaTime.Duration.Zero };
        await using var emulator = await HighLevelEmulator.StartAsync(options);
        await using var receiver = await WebhookReceiver.StartAsync();
        emulator.Users.Add("lee@example.com", "Lee", "Ng");
        emulator.Webhooks.Url = receiver.Url;
        emulator.Webhooks.TellInstallation(isInstalled: true);
        await emulator.Webhooks.DeliverAsync();
        var delivery = receiver.Deliveries.Single();
        var folder = Directory.CreateTempSubdirectory("highlevel-client-").FullName;
        try
        {
            await Run(folder, "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", Package);
            var said = await Run(folder, "node", Path.Combine(AppContext.BaseDirectory, "ThirdParty", "highlevel.cjs"),
                emulator.BaseAddress.ToString().TrimEnd('/'), emulator.PrivateToken, folder, options.LocationId, options.CompanyId, emulator.Tokens.IssueCode(),
                options.ClientId, emulator.Webhooks.PublicKey, Convert.ToBase64String(delivery.Body), delivery.Headers["X-GHL-Signature"]);

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

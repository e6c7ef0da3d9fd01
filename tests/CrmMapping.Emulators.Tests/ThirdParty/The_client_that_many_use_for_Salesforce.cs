using System.Diagnostics;

namespace CrmMapping.Emulators.Tests;

public sealed class The_client_that_many_use_for_Salesforce
{
    private const string Package = "jsforce@3.10.16";

    [RequiresNodeFact]
    public async Task Takes_the_emulator_for_Salesforce()
    {
        await using var emulator = await SalesforceEmulator.StartAsync(new SalesforceEmulatorOptions
        {
            ContactFields = [new SalesforceField("CrmMapping_Id__c", "CrmMapping Id", "string", 80) { IsExternalId = true, IsUnique = true }],
        });
        var folder = Directory.CreateTempSubdirectory("salesforce-client-").FullName;
        try
        {
            await Run(folder, "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", Package);
            var said = await Run(folder, "node", Path.Combine(AppContext.BaseDirectory, "ThirdParty", "jsforce.cjs"),
                emulator.BaseAddress.ToString().TrimEnd('/'), emulator.AccessToken, folder, "emulator-client", "emulator-secret", emulator.OAuth.IssueRefreshToken());

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

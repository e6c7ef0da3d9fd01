using System.Diagnostics;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs the sample as a person does, from its built program, in a folder of its own.</summary>
internal sealed class QuickStartProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quick-start-tests-");

    // Built beside the tests, in the same configuration.
    private static string Assembly
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(configuration.Parent!.Parent!.FullName, "QuickStart", configuration.Name, "QuickStart.dll");
        }
    }

    public string InFolder(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(InFolder(name), content);
        return InFolder(name);
    }

    public async Task<QuickStartRun> RunAsync(params string[] args)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start(args);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new QuickStartRun(process.ExitCode, await output, await errors);
    }

    public Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. args])
    {
        WorkingDirectory = _folder.FullName,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    public void Dispose() => _folder.Delete(recursive: true);
}

using System.Diagnostics;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs the sample as a person does, from its built program, in a folder of its own.</summary>
internal sealed class QuickStartProgram : IDisposable
{
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

    public Task<ProgramRun> RunAsync(params string[] args) => ProgramRun.ToEndAsync(Command(args));

    /// <summary>Starts the sample and gives it to who ends it.</summary>
    public Process Start(params string[] args)
    {
        var command = Command(args);
        command.RedirectStandardInput = command.RedirectStandardOutput = true;
        return Process.Start(command)!;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ProcessStartInfo Command(string[] args) => new("dotnet", [Assembly, .. args]) { WorkingDirectory = _folder.FullName };
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs a sample as a person does, from its built program, in a folder of its own.</summary>
internal sealed class SampleProgram(string sample = "QuickStart") : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sample-tests-");

    // Built beside the tests, in the same configuration.
    private string Assembly
    {
        get
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(configuration.Parent!.Parent!.FullName, sample, configuration.Name, $"{sample}.dll");
        }
    }

    public string InFolder(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(InFolder(name), content);
        return InFolder(name);
    }

    public Task<ProgramRun> RunAsync(params string[] args) => ProgramRun.ToEndAsync(Command(args));

    /// <summary>Waits for a line, sends the program a signal, and waits for its end.</summary>
    public async Task<ProgramRun> SignalAsync(string signal, string pattern, params string[] args)
    {
        using var process = Start(HearingSignals(Command(args)));
        await FindLineAsync(process, pattern);
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        return await ProgramRun.ToEndAsync(process);
    }

    /// <summary>Starts the sample and gives it to who ends it.</summary>
    public Process Start(params string[] args) => Start(Command(args));

    private static Process Start(ProcessStartInfo command)
    {
        command.RedirectStandardInput = command.RedirectStandardOutput = command.RedirectStandardError = true;
        return Process.Start(command)!;
    }

    /// <summary>Reads what a program says until a line matches.</summary>
    public static async Task<string> FindLineAsync(Process process, string pattern)
    {
        using var patience = new CancellationTokenSource(ProgramRun.Patience);
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
            process.Kill(entireProcessTree: true);
        }

        throw new InvalidOperationException(
            $"No line that it wrote matches '{pattern}':\n{said}\n{await process.StandardError.ReadToEndAsync()}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Whoever starts the tests may ignore signals (nohup and shells' background jobs do), and children inherit that.
    private static ProcessStartInfo HearingSignals(ProcessStartInfo command)
    {
        if (OperatingSystem.IsLinux())
        {
            command.ArgumentList.Insert(0, command.FileName);
            command.ArgumentList.Insert(0, "--default-signal");
            command.FileName = "env";
        }

        return command;
    }

    private ProcessStartInfo Command(string[] args) => new("dotnet", [Assembly, .. args]) { WorkingDirectory = _folder.FullName };
}

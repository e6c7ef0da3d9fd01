using System.Diagnostics;

namespace CrmMapping;

/// <summary>Tells how a program ended and what it said.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>How long a program may take to its end.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Gets the one line that says what is wrong.</summary>
    public string ErrorLine
    {
        get
        {
            var line = Errors.TrimEnd('\n');
            line.Should().NotContain("\n").And.NotContain("   at ");
            return line;
        }
    }

    /// <summary>Runs a program to its end; one that does not come to it is ended, with all that it started.</summary>
    /// <exception cref="TimeoutException">It did not end by itself.</exception>
    public static async Task<ProgramRun> ToEndAsync(ProcessStartInfo program)
    {
        program.RedirectStandardInput = program.RedirectStandardOutput = program.RedirectStandardError = true;
        using var process = Process.Start(program)!;
        process.StandardInput.Close();
        return await ToEndAsync(process);
    }

    /// <summary>Waits for the end of a program that was started; one that does not come to it is ended, with all that it started.</summary>
    /// <exception cref="TimeoutException">It did not end by itself.</exception>
    public static async Task<ProgramRun> ToEndAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"Program {process.Id} has not ended within {Patience}. It said:\n{await output}\n{await errors}", late);
        }

        return new ProgramRun(process.ExitCode, await output, await errors);
    }
}

using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace QuickStart;

/// <summary>Holds the process that serves the emulated account. It ends with this one, whatever happens: its standard input does.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private EmulatorProcess(Process process, SampleCrm crm, EmulatorMessage.Ready account, LoadReport loading)
    {
        _process = process;
        Crm = crm;
        Account = account;
        Loading = loading;
        Admin = new EmulatorAdmin(account.Address);
    }

    public SampleCrm Crm { get; }

    public EmulatorMessage.Ready Account { get; }

    public LoadReport Loading { get; }

    public EmulatorAdmin Admin { get; }

    /// <summary>Gets the account as the sync meets it. The emulator's search knows at once, which saves the story a wait.</summary>
    public SampleAccount ToAccount() => new(Crm, Account.Address, Account.Token, Account.WebhookSecret, TimeSpan.Zero);

    public static async Task<EmulatorProcess> StartAsync(SampleCrm crm, RunSettings run, int everyNth, Action<int> loaded, CancellationToken stop)
    {
        var process = Process.Start(StartInfo(crm, run, everyNth)) ?? throw new RunFailedException("The emulator's process does not start.");
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var loading = new LoadReport();
            while (await process.StandardOutput.ReadLineAsync(stop) is { } line)
            {
                switch (JsonSerializer.Deserialize<EmulatorMessage>(line))
                {
                    case EmulatorMessage.Loaded some:
                        loaded(some.Contacts);
                        break;
                    case EmulatorMessage.Trouble trouble:
                        loading.Add(trouble);
                        break;
                    case EmulatorMessage.Refused refused:
                        throw new InputException(refused.Reason);
                    case EmulatorMessage.Ready ready:
                        return new EmulatorProcess(process, crm, ready, loading);
                }
            }

            throw new RunFailedException($"The emulator ended before it could be asked: {await errors}");
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await EndAsync(_process);
    }

    private static async Task EndAsync(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }
    }

    private static ProcessStartInfo StartInfo(SampleCrm crm, RunSettings run, int everyNth)
    {
        // Started as 'dotnet QuickStart.dll', the program is dotnet and this assembly its first argument.
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        string[] contacts = run.Contacts is { } file ? ["--contacts", file.FullName] : ["--count", $"{run.CountOrDefault}"];
        return new ProcessStartInfo(program, [.. self, EmulatorCommand.Name, "--crm", crm.Word, "--every", $"{everyNth}", .. contacts])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}

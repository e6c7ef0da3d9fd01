namespace QuickStart;

/// <summary>Holds the processes of several emulated accounts, and ends them all.</summary>
internal sealed class EmulatorProcesses : IAsyncDisposable
{
    private readonly List<EmulatorProcess> _all = [];

    public IReadOnlyList<EmulatorProcess> All => _all;

    public async Task<EmulatorProcess> StartAsync(SampleCrm crm, RunSettings run, int everyNth, Screen screen, CancellationToken stop)
    {
        using var progress = screen.Begin($"loading {crm.Name}", null);
        var emulator = await EmulatorProcess.StartAsync(crm, run, everyNth, loaded => progress.Report(loaded), stop);
        _all.Add(emulator);
        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var emulator in _all)
        {
            await emulator.DisposeAsync();
        }
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

internal static class WatchRun
{
    public static Task StartAsync(
        RunSettings run, EmulatorProcess emulator, Action<IServiceCollection, RunSettings> addContactSync, Screen screen, CancellationToken stop) =>
        throw new RunFailedException("later");
}

using System.Diagnostics;

namespace CrmMapping.Sqlite.Tests;

/// <summary>A process of its own that works in rounds until it is killed.</summary>
public sealed class Crasher : IDisposable
{
    public const int Contacts = 200;

    private readonly Process _process;
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));

    public Crasher(string connectionString, string connection, string work = "commit") =>
        _process = ChildProcess.Start(connectionString, work, connection, $"{Contacts}");

    /// <summary>Kills the process without warning once it has ended a round, and gives the last round it spoke of.</summary>
    public async Task<long> KillAfterAsync(long round)
    {
        var last = await ReadUntilAsync(round);
        _process.Kill();
        while (await _process.StandardOutput.ReadLineAsync(_patience.Token) is { } line)
        {
            last = long.Parse(line);
        }

        await _process.WaitForExitAsync(_patience.Token);
        return last;
    }

    public async Task<long> ReadUntilAsync(long round)
    {
        var last = 0L;
        while (last < round)
        {
            var line = await _process.StandardOutput.ReadLineAsync(_patience.Token);
            last = line is null
                ? throw new InvalidOperationException($"It ended by itself: {await _process.StandardError.ReadToEndAsync(_patience.Token)}")
                : long.Parse(line);
        }

        return last;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _patience.Dispose();
    }
}

using System.Runtime.InteropServices;

namespace CrmMapping.Samples;

/// <summary>Hears Ctrl-C, the end of the terminal and the request to terminate, so that a program ends in order. A second one ends it at once.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly Dictionary<PosixSignal, int> Numbers = new()
    {
        [PosixSignal.SIGHUP] = 1, [PosixSignal.SIGINT] = 2, [PosixSignal.SIGTERM] = 15,
    };

    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private int _number;

    public Interruption() => _registrations = [.. Numbers.Keys.Select(signal => PosixSignalRegistration.Create(signal, Hear))];

    public CancellationToken Token => _stop.Token;

    /// <summary>The exit code by which a shell knows what ended a program.</summary>
    public int ExitCode => 128 + _number;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }

    private void Hear(PosixSignalContext context)
    {
        if (Interlocked.CompareExchange(ref _number, Numbers[context.Signal], 0) == 0)
        {
            context.Cancel = true;
            _stop.Cancel();
        }
    }
}

namespace EmulatorHost;

/// <summary>Holds an account that is served, and says how to try it.</summary>
internal sealed record ServedCrm(IAsyncDisposable Emulator, string Welcome) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}

namespace CrmMapping.Emulators;

/// <summary>Sends webhooks as they come up, until it is disposed of.</summary>
internal sealed class WebhookFlow : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _flow;

    public WebhookFlow(bool isOn, TimeProvider time, Func<CancellationToken, Task> deliver) =>
        _flow = isOn ? RunAsync(time, deliver, _stopping.Token) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _flow.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private static async Task RunAsync(TimeProvider time, Func<CancellationToken, Task> deliver, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
                await deliver(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The emulator stops.
        }
    }
}

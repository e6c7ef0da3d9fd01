namespace CrmMapping;

/// <summary>Holds one connection's slot for the length of a step, and lets others go between two steps.</summary>
internal sealed class WorkTurn(WorkSlots slots) : IDisposable
{
    private bool _isHeld;

    /// <summary>Gives the slot of the last step back and waits for the next one.</summary>
    public async Task NextAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        Dispose();
        await slots.EnterAsync(priority, cancellationToken).ConfigureAwait(false);
        _isHeld = true;
    }

    public void Dispose()
    {
        if (_isHeld)
        {
            _isHeld = false;
            slots.Leave();
        }
    }
}

using CrmMapping.Emulators.HighLevel;

namespace CrmMapping.Emulators;

/// <summary>Tells an address what happened in the emulated location: signed, one event a request, sent again after a 429 alone. May be shared between threads.</summary>
public sealed class HighLevelWebhooks
{
    private readonly Location _location;

    internal HighLevelWebhooks(Location location) => _location = location;

    /// <summary>Gets or sets where events are sent; while it is null, events are not even kept.</summary>
    public Uri? Url
    {
        get { lock (_location.Gate) return _location.Outbox.Url; }
        set { lock (_location.Gate) _location.Outbox.Url = value; }
    }

    /// <summary>Gets the key with which <c>X-GHL-Signature</c> is verified, as PEM. It is this emulator's own.</summary>
    public string PublicKey => _location.Outbox.PublicKey;

    /// <summary>Gets the key with which the older <c>x-wh-signature</c> is verified, as PEM. It is this emulator's own.</summary>
    public string OlderPublicKey => _location.Outbox.OlderPublicKey;

    /// <summary>Gets or sets whether waiting events are shuffled.</summary>
    /// <value>The default is true, since nobody promises an order.</value>
    public bool OutOfOrder
    {
        get => _location.Outbox.Waiting.OutOfOrder;
        set => _location.Outbox.Waiting.OutOfOrder = value;
    }

    /// <summary>Gets how many events wait, those that will be tried again included.</summary>
    public int Pending => _location.Outbox.Waiting.Count;

    /// <summary>Gets how many events were lost: the answer was neither a yes nor a 429, or a 429 for the seventh time.</summary>
    public int Lost => _location.Outbox.Lost + _location.Outbox.Waiting.GivenUp;

    /// <summary>Makes some of the next events go out twice.</summary>
    /// <param name="count">How many, at least 1.</param>
    public void DuplicateNext(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _location.Outbox.Waiting.DuplicateNext(count);
    }

    /// <summary>Tells that the app was installed or uninstalled.</summary>
    /// <param name="isInstalled">Which of the two.</param>
    public void TellInstallation(bool isInstalled)
    {
        lock (_location.Gate)
            _location.Outbox.Tell(isInstalled ? "INSTALL" : "UNINSTALL", null);
    }

    /// <summary>Sends every event that waits, once.</summary>
    /// <param name="cancellationToken">Stops sending; what was not sent waits on.</param>
    /// <returns>The number of events that were taken.</returns>
    public Task<int> DeliverAsync(CancellationToken cancellationToken = default) => _location.Outbox.DeliverAsync(null, cancellationToken);
}

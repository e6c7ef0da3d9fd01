using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Tells a URL what happened in the emulated account: signed, in arrays of up to 100, unordered, with up to 10 retries.</summary>
/// <remarks>May be shared between threads.</remarks>
public sealed class HubSpotWebhooks
{
    private const int BatchSize = 100;
    private const int Retries = 10;

    private readonly HubSpotPortal _portal;
    private readonly WebhookOutbox<WebhookEvent> _outbox;
    private readonly WebhookSender _sender;
    private readonly HashSet<string>? _properties;
    private long _lastEventId = 3_816_279_339;

    internal HubSpotWebhooks(HubSpotPortal portal, WebhookSender sender)
    {
        (_portal, _sender) = (portal, sender);
        _outbox = new WebhookOutbox<WebhookEvent>(portal.Options.Seed, BatchSize, Retries);
        _properties = portal.Options.WebhookProperties?.ToHashSet(StringComparer.Ordinal);
        Url = portal.Options.WebhookUrl;
    }

    /// <summary>Gets or sets where events are sent; while it is null, events are not even kept.</summary>
    public Uri? Url { get; set; }

    /// <summary>Gets or sets whether events of one delivery are shuffled.</summary>
    /// <value>The default is true, since HubSpot promises no order.</value>
    public bool OutOfOrder
    {
        get => _outbox.OutOfOrder;
        set => _outbox.OutOfOrder = value;
    }

    /// <summary>Gets how many events wait, those that will be tried again included.</summary>
    public int Pending => _outbox.Count;

    /// <summary>Gets how many events were refused eleven times and dropped.</summary>
    public int GivenUp => _outbox.GivenUp;

    /// <summary>Makes some of the next events go out twice.</summary>
    /// <param name="count">How many, at least 1.</param>
    public void DuplicateNext(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _outbox.DuplicateNext(count);
    }

    /// <summary>Sends every event that waits, once; refused ones wait again, with a higher attempt number.</summary>
    /// <param name="cancellationToken">Stops sending; what was not sent waits on.</param>
    /// <returns>The number of events that were taken.</returns>
    public Task<int> DeliverAsync(CancellationToken cancellationToken = default) => DeliverDueAsync(null, cancellationToken);

    /// <summary>Whether what happens now is told to nobody; set and reset under the gate.</summary>
    internal bool IsMuted { get; set; }

    internal async Task<int> DeliverDueAsync(Instant? due, CancellationToken cancellationToken)
    {
        if (Url is not { } url)
            return 0;
        var delivered = 0;
        foreach (var batch in _outbox.Take(due))
        {
            var accepted = !cancellationToken.IsCancellationRequested && await SendAsync(url, batch, cancellationToken).ConfigureAwait(false);
            if (accepted)
                delivered += batch.Length;
            else
                _outbox.Refused(batch, _portal.Now);
        }

        return delivered;
    }

    internal void Created(ObjectKind kind, CrmRecord record, Stamp stamp) =>
        Add(kind, new WebhookEvent(NextEventId(), "creation", kind, record.Id, stamp) { ChangeFlag = "NEW" });

    internal void Deleted(ObjectKind kind, long id, Stamp stamp) =>
        Add(kind, new WebhookEvent(NextEventId(), "deletion", kind, id, stamp) { ChangeFlag = "DELETED" });

    internal void Restored(ObjectKind kind, long id, Stamp stamp) =>
        Add(kind, new WebhookEvent(NextEventId(), "restore", kind, id, stamp));

    internal void PrivacyDeleted(ObjectKind kind, long id, Stamp stamp) =>
        Add(kind, new WebhookEvent(NextEventId(), "privacyDeletion", kind, id, stamp));

    internal void Merged(ObjectKind kind, long primary, long other, long survivor, int moved, Stamp stamp) =>
        Add(kind, new WebhookEvent(NextEventId(), "merge", kind, primary, stamp) { Merge = new(primary, other, survivor, moved) });

    internal void Changed(ObjectKind kind, long id, HubSpotProperty property, string? value, Stamp stamp)
    {
        if (_properties is null || _properties.Contains(property.Name))
            Add(kind, new WebhookEvent(NextEventId(), "propertyChange", kind, id, stamp) { PropertyName = property.Name, PropertyValue = Told(property, value) });
    }

    internal void Forget() => _outbox.Clear();

    private void Add(ObjectKind kind, WebhookEvent what)
    {
        if (Url is not null && kind.IsContacts && !IsMuted)
            _outbox.Add(what, what.OccurredAt);
    }

    private long NextEventId() => ++_lastEventId;

    private async Task<bool> SendAsync(Uri url, QueuedEvent<WebhookEvent>[] batch, CancellationToken cancellationToken)
    {
        var body = WebhookWriter.Write(batch, _portal.Options);
        var secret = _portal.Options.ClientSecret;
        var timestamp = _portal.Now.ToUnixTimeMilliseconds();
        return await _sender.PostAsync(url, body,
        [
            new("X-HubSpot-Signature", HubSpotSignature.V1(secret, body.Span)),
            new("X-HubSpot-Signature-Version", "v1"),
            new("X-HubSpot-Signature-v3", HubSpotSignature.V3(secret, "POST", url.AbsoluteUri, body.Span, timestamp)),
            new("X-HubSpot-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture)),
        ], cancellationToken).ConfigureAwait(false) is > 0 and < 400;
    }

    // Dates travel as epoch milliseconds here, though the rest of the API shows them as text.
    private static string Told(HubSpotProperty property, string? value)
    {
        if (property.DataSensitivity is not "non_sensitive")
            return "REDACTED";
        if (value is not null && property.Type is "date" or "datetime" && WireTime.TryInstant(value!, out var time))
            return time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return value ?? "";
    }
}

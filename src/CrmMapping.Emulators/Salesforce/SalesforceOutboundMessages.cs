using CrmMapping.Emulators.Salesforce;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Tells a URL by SOAP which contacts and leads were created or changed, until it acknowledges; deletions are told to nobody.</summary>
/// <remarks>A message holds up to 100 notifications of one object, with the values of the moment it is sent. May be shared between threads.</remarks>
public sealed class SalesforceOutboundMessages
{
    private const int BatchSize = 100;
    // About a day, with pauses that grow to an hour.
    private const int Retries = 28;

    private readonly SalesforceOrg _org;
    private readonly WebhookOutbox<Notification> _outbox;
    private readonly OutboundSender _sender;
    private long _told;

    internal SalesforceOutboundMessages(SalesforceOrg org, OutboundSender sender)
    {
        (_org, _sender) = (org, sender);
        _outbox = new WebhookOutbox<Notification>(org.Options.Seed, BatchSize, Retries);
        Url = org.Options.WebhookUrl;
    }

    /// <summary>Gets or sets where messages are sent; while it is null, they are not even kept.</summary>
    public Uri? Url { get; set; }

    /// <summary>Gets or sets the fields that a notification shows besides the id; what an object does not have is left out.</summary>
    /// <value>The default is <c>SystemModstamp</c> alone.</value>
    public IReadOnlyList<string> Fields { get; set; } = ["SystemModstamp"];

    /// <summary>Gets or sets whether messages carry a session that their receiver may use.</summary>
    /// <value>The default is false.</value>
    public bool SendsSession { get; set; }

    /// <summary>Gets or sets whether notifications are shuffled.</summary>
    /// <value>The default is true, since Salesforce promises no order.</value>
    public bool OutOfOrder
    {
        get => _outbox.OutOfOrder;
        set => _outbox.OutOfOrder = value;
    }

    /// <summary>Gets how many notifications wait, those that will be tried again included.</summary>
    public int Pending => _outbox.Count;

    /// <summary>Gets how many notifications were refused too often and dropped.</summary>
    public int GivenUp => _outbox.GivenUp;

    /// <summary>Makes some of the next notifications go out twice.</summary>
    /// <param name="count">How many, at least 1.</param>
    public void DuplicateNext(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _outbox.DuplicateNext(count);
    }

    /// <summary>Sends every notification that waits, once; those that were not acknowledged wait again.</summary>
    /// <param name="cancellationToken">Stops sending; what was not sent waits on.</param>
    /// <returns>The number of notifications that were acknowledged.</returns>
    public Task<int> DeliverAsync(CancellationToken cancellationToken = default) => DeliverDueAsync(null, cancellationToken);

    /// <summary>Whether what happens now is told to nobody; set and reset under the gate.</summary>
    internal bool IsMuted { get; set; }

    internal async Task<int> DeliverDueAsync(Instant? due, CancellationToken cancellationToken)
    {
        if (Url is not { } url)
            return 0;
        var delivered = 0;
        foreach (var batch in _outbox.Take(due).SelectMany(static taken => taken.GroupBy(static queued => queued.Event.ObjectName)))
        {
            var queued = batch.ToArray();
            var isAcknowledged = !cancellationToken.IsCancellationRequested
                && await _sender.PostAsync(url, Write(batch.Key, queued), cancellationToken).ConfigureAwait(false);
            if (isAcknowledged)
                delivered += queued.Length;
            else
                _outbox.Refused(queued, _org.Now);
        }

        return delivered;
    }

    internal void Changed(SObject record)
    {
        if (Url is not null && !IsMuted && !record.IsDeleted && record.Type.Name is ("Contact" or "Lead"))
            _outbox.Add(new Notification(SalesforceId.Create("04l", ++_told), record.Type.Name, record.Id), _org.Now);
    }

    internal void Forget() => _outbox.Clear();

    private ReadOnlyMemory<byte> Write(string objectName, QueuedEvent<Notification>[] batch)
    {
        lock (_org.Gate)
            return OutboundWriter.Write(_org, objectName, [.. batch.Select(static queued => queued.Event)], Fields, SendsSession ? _org.OAuth.IssueAccessToken() : null);
    }
}

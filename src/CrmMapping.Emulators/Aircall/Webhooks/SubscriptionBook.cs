using System.Buffers;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Keeps webhooks and delivers to them: fifty tries each within half a day; fifty failures in a row disable a webhook.</summary>
/// <remarks>Who changes a subscription holds the gate; what waits is kept by the outbox.</remarks>
internal sealed class SubscriptionBook
{
    public const int Most = 100;

    private const int Retries = 49;
    private const int FailuresUntilDisabled = 50;

    // The pauses double up to 17 minutes, so that fifty tries take about eleven hours.
    private const int MostDoublings = 10;

    private readonly List<Subscription> _subscriptions = [];
    private readonly Company _company;
    private readonly WebhookSender _sender;
    private long _last = 26_315;

    public SubscriptionBook(Company company, WebhookSender sender)
    {
        (_company, _sender) = (company, sender);
        Outbox = new WebhookOutbox<QueuedDelivery>(
            company.Options.Seed, batchSize: 1, Retries, static attempt => Duration.FromSeconds(1 << Math.Min(attempt, MostDoublings)));
    }

    public WebhookOutbox<QueuedDelivery> Outbox { get; }

    public IReadOnlyList<Subscription> All => _subscriptions;

    /// <summary>Gets how many events were lost, as their webhook was disabled.</summary>
    public int LostWhileDisabled { get; private set; }

    public Subscription? Find(Guid id) => _subscriptions.Find(subscription => subscription.Id == id);

    public Subscription Add(Uri url, string? name, IReadOnlyList<string> events)
    {
        var number = ++_last;
        var seed = _company.Options.Seed;
        var token = Seeded.NewGuid(seed, number, 630).ToString("N");
        var added = new Subscription(Seeded.NewGuid(seed, number, 620), number, url, name, events, token, _company.Now);
        _subscriptions.Add(added);
        return added;
    }

    public void Change(Subscription changed) => _subscriptions[_subscriptions.FindIndex(one => one.Id == changed.Id)] = changed;

    public void Remove(Guid id) => _subscriptions.RemoveAll(subscription => subscription.Id == id);

    public void Clear()
    {
        _subscriptions.Clear();
        Outbox.Clear();
    }

    public void Tell(string name, Call call, Instant at)
    {
        LostWhileDisabled += _subscriptions.Count(subscription => !subscription.IsActive);
        foreach (var subscription in _subscriptions.Where(subscription => subscription.Wants(name)))
            Outbox.Add(new QueuedDelivery(subscription.Id, name, at, CallWriter.Snapshot(_company, call)), at);
    }

    /// <summary>Sends what is due; with no time given, all that waits.</summary>
    public async Task<int> DeliverAsync(Instant? due, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var batch in Outbox.Take(due))
        {
            taken++;
            if (FindSafely(batch[0].Event.Subscription) is { } subscription
                && !await SendAsync(subscription, batch[0].Event, cancellationToken).ConfigureAwait(false))
                Outbox.Refused(batch, _company.Now);
        }

        return taken;
    }

    private static ReadOnlyMemory<byte> Write(Subscription subscription, QueuedDelivery told)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Answer.Plain))
        {
            json.WriteStartObject();
            json.WriteString("resource", "call");
            json.WriteString("event", told.Name);
            json.WriteNumber("timestamp", told.At.ToUnixTimeSeconds());
            json.WriteString("token", subscription.Token);
            json.WritePropertyName("data");
            json.WriteRawValue(told.Data.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private Subscription? FindSafely(Guid id)
    {
        lock (_company.Gate)
            return Find(id);
    }

    private async Task<bool> SendAsync(Subscription subscription, QueuedDelivery told, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> headers = [new("User-Agent", "axios/1.7.9"), new("Aircall-Origin", "webhooks")];
        var status = await _sender.PostAsync(subscription.Url, Write(subscription, told), headers, cancellationToken).ConfigureAwait(false);
        var hasArrived = status is >= 200 and < 300;
        lock (_company.Gate)
            Note(subscription.Id, hasArrived);
        return hasArrived;
    }

    // A delivery that succeeds at last enables the webhook again, as Aircall goes on trying what waits.
    private void Note(Guid id, bool hasArrived)
    {
        if (Find(id) is not { } known)
            return;
        var failures = hasArrived ? 0 : known.Failures + 1;
        var wasDisabledByFailures = known.Failures >= FailuresUntilDisabled;
        Change(known with
        {
            Failures = failures,
            IsActive = hasArrived ? known.IsActive || wasDisabledByFailures : known.IsActive && failures < FailuresUntilDisabled,
        });
    }
}

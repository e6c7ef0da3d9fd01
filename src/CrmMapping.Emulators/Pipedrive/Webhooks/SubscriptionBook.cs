using System.Text;
using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Keeps webhooks and delivers to them: four tries each, a ban after ten failed first tries, the end after three days in vain.</summary>
/// <remarks>Who changes a subscription holds the gate; what waits is kept by the outbox.</remarks>
internal sealed class SubscriptionBook
{
    private const int Retries = 3;
    private const int FailuresUntilBan = 10;
    private const int DaysUntilEnd = 3;

    private static readonly Duration Ban = Duration.FromMinutes(30);
    private static readonly Duration[] Pauses = [Duration.FromSeconds(3), Duration.FromSeconds(30), Duration.FromSeconds(150)];

    private readonly List<Subscription> _subscriptions = [];
    private readonly Company _company;
    private readonly WebhookSender _sender;
    private long _lastId = 5_149;
    private long _lastEvent;

    public SubscriptionBook(Company company, WebhookSender sender)
    {
        (_company, _sender) = (company, sender);
        Outbox = new WebhookOutbox<QueuedDelivery>(company.Options.Seed, batchSize: 1, Retries, static attempt => Pauses[Math.Min(attempt, Pauses.Length - 1)]);
    }

    public WebhookOutbox<QueuedDelivery> Outbox { get; }

    public IReadOnlyList<Subscription> All => _subscriptions;

    /// <summary>Gets how many events were lost, as their webhook was banned.</summary>
    public int LostToBans { get; private set; }

    public Subscription Add(Uri url, string action, string what, string name, long user, string? authUser, string? authPassword)
    {
        var added = new Subscription(++_lastId, url, action, what, name, user, authUser, authPassword, _company.Now);
        _subscriptions.Add(added);
        return added;
    }

    public bool Remove(long id) => _subscriptions.RemoveAll(subscription => subscription.Id == id) > 0;

    public void Clear() => _subscriptions.Clear();

    public void Tell(PersonEvent what)
    {
        foreach (var subscription in _subscriptions.Where(subscription => subscription.Wants(what)))
        {
            if (subscription.BannedUntil > _company.Now)
            {
                LostToBans++;
                continue;
            }

            var number = ++_lastEvent;
            var seed = _company.Options.Seed;
            Outbox.Add(new QueuedDelivery(subscription.Id, what, Seeded.NewGuid(seed, number, 700), Seeded.NewGuid(seed, number, 710)), _company.Now);
        }
    }

    public async Task<int> DeliverAsync(Instant? due, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var batch in Outbox.Take(due))
        {
            taken++;
            if (Find(batch[0].Event.Subscription) is { } subscription && !await SendAsync(subscription, batch[0], cancellationToken).ConfigureAwait(false))
                Outbox.Refused(batch, _company.Now);
        }

        return taken;
    }

    private Subscription? Find(long id)
    {
        lock (_company.Gate)
            return _subscriptions.Find(subscription => subscription.Id == id);
    }

    private async Task<bool> SendAsync(Subscription subscription, QueuedEvent<QueuedDelivery> queued, CancellationToken cancellationToken)
    {
        var body = DeliveryWriter.Write(_company, subscription, queued.Event, queued.Attempt + 1);
        List<KeyValuePair<string, string>> headers = [new("User-Agent", "Pipedrive Webhooks")];
        if (subscription.AuthUser is { } user)
            headers.Add(new("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{subscription.AuthPassword}"))}"));
        var status = await _sender.PostAsync(subscription.Url, body, headers, cancellationToken).ConfigureAwait(false);
        lock (_company.Gate)
            Note(subscription.Id, status, queued.Attempt == 0);
        return HasArrived(status);
    }

    private static bool HasArrived(int status) => status is >= 200 and < 300;

    private void Note(long id, int status, bool isFirstTry)
    {
        var index = _subscriptions.FindIndex(subscription => subscription.Id == id);
        if (index < 0)
            return;
        var now = _company.Now;
        var known = _subscriptions[index] with { LastDelivery = now, LastStatus = status };
        if (HasArrived(status))
        {
            _subscriptions[index] = known with { DaysInVain = 0, LastDayInVain = null };
            return;
        }

        var today = now.InUtc().Date;
        known = known.LastDayInVain == today ? known : known with { DaysInVain = known.DaysInVain + 1, LastDayInVain = today };
        known = isFirstTry ? known with { FailedFirstTries = known.FailedFirstTries + 1 } : known;
        _subscriptions[index] = known.FailedFirstTries >= FailuresUntilBan ? known with { FailedFirstTries = 0, BannedUntil = now + Ban } : known;
        if (known.DaysInVain >= DaysUntilEnd)
            _subscriptions.RemoveAt(index);
    }
}

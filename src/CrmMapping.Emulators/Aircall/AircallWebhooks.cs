using CrmMapping.Emulators.Aircall;

namespace CrmMapping.Emulators;

/// <summary>Tells addresses of calls: unsigned but for a token in the body, at least once, in no order. May be shared between threads.</summary>
public sealed class AircallWebhooks
{
    private readonly Company _company;

    internal AircallWebhooks(Company company) => _company = company;

    /// <summary>Gets or sets the address that is told everything; null is nowhere.</summary>
    public Uri? Url
    {
        get { lock (_company.Gate) return _company.Subscriptions.All is [var first, ..] ? first.Url : null; }
        set
        {
            lock (_company.Gate)
            {
                _company.Subscriptions.Clear();
                if (value is not null)
                    _company.Subscriptions.Add(value, "CRM sync", EventNames.All);
            }
        }
    }

    /// <summary>Gets the token that the first webhook's events carry; null when there is no webhook.</summary>
    public string? Token
    {
        get { lock (_company.Gate) return _company.Subscriptions.All is [var first, ..] ? first.Token : null; }
    }

    /// <summary>Gets or sets whether waiting events are shuffled.</summary>
    /// <value>The default is true, since nobody promises an order.</value>
    public bool OutOfOrder
    {
        get => _company.Subscriptions.Outbox.OutOfOrder;
        set => _company.Subscriptions.Outbox.OutOfOrder = value;
    }

    /// <summary>Gets how many events wait, those that will be tried again included.</summary>
    public int Pending => _company.Subscriptions.Outbox.Count;

    /// <summary>Gets how many events were given up after fifty tries.</summary>
    public int GivenUp => _company.Subscriptions.Outbox.GivenUp;

    /// <summary>Gets how many events were lost, as their webhook was disabled.</summary>
    public int LostWhileDisabled
    {
        get { lock (_company.Gate) return _company.Subscriptions.LostWhileDisabled; }
    }

    /// <summary>Makes some of the next events go out twice.</summary>
    /// <param name="count">How many, at least 1.</param>
    public void DuplicateNext(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _company.Subscriptions.Outbox.DuplicateNext(count);
    }

    /// <summary>Sends every event that waits, once; refused ones wait again.</summary>
    /// <param name="cancellationToken">Stops sending; what was not sent waits on.</param>
    /// <returns>The number of events that were taken.</returns>
    public Task<int> DeliverAsync(CancellationToken cancellationToken = default)
    {
        lock (_company.Gate)
            _company.Desk.CatchUp();
        return _company.Subscriptions.DeliverAsync(null, cancellationToken);
    }
}

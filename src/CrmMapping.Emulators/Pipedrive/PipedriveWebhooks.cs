using CrmMapping.Emulators.Pipedrive;

namespace CrmMapping.Emulators;

/// <summary>Tells addresses what happened in the emulated company: unsigned, one event a request, four tries each, with bans. May be shared between threads.</summary>
public sealed class PipedriveWebhooks
{
    private readonly Company _company;

    internal PipedriveWebhooks(Company company) => _company = company;

    /// <summary>Gets or sets the address that is told everything about persons, with the name and password of the options; null is nowhere.</summary>
    public Uri? Url
    {
        get { lock (_company.Gate) return _company.Subscriptions.All is [var first, ..] ? first.Url : null; }
        set
        {
            lock (_company.Gate)
            {
                _company.Subscriptions.Clear();
                if (value is not null)
                    _company.Subscriptions.Add(value, "*", "person", "CRM sync", _company.Users.All[0].Id, _company.Options.WebhookUser, _company.Options.WebhookPassword);
            }
        }
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

    /// <summary>Gets how many events were given up after four tries.</summary>
    public int GivenUp => _company.Subscriptions.Outbox.GivenUp;

    /// <summary>Gets how many events were lost, as their address was banned.</summary>
    public int LostToBans
    {
        get { lock (_company.Gate) return _company.Subscriptions.LostToBans; }
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
    public Task<int> DeliverAsync(CancellationToken cancellationToken = default) => _company.Subscriptions.DeliverAsync(null, cancellationToken);
}

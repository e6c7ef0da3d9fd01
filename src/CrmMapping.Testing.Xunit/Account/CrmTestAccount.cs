using NodaTime;

namespace CrmMapping;

/// <summary>
/// Holds an emulated account of a CRM and an adapter that talks to it: all that <see cref="CrmAdapterContract"/> asks of the author
/// of an adapter. A test opens one, and disposes of it.
/// </summary>
/// <remarks>
/// Fields go by the keys of <see cref="Fields"/>, values are in the CRM's own text. The verbs without <c>virtual</c> every CRM can do;
/// the others are overridden where <see cref="Abilities"/> says so. Called by one thread, while the adapter may ask from many.
/// </remarks>
public abstract class CrmTestAccount : IAsyncDisposable
{
    /// <summary>Gets the adapter, one that sees nothing but this account.</summary>
    public abstract ICrmAdapter Adapter { get; }

    /// <summary>Gets the connection that opens the account with the credentials that were asked for.</summary>
    public abstract Connection Connection { get; }

    /// <summary>Gets credentials that open the account, whatever the connection has.</summary>
    public abstract CrmCredentials GoodCredentials { get; }

    /// <summary>Gets the CRM's own id of the account, as its webhooks name it.</summary>
    /// <value>The default is null, for CRMs that have none.</value>
    public virtual string? AccountId => null;

    /// <summary>Gets what the CRM has of what not every CRM has.</summary>
    public abstract CrmAbilities Abilities { get; }

    /// <summary>Gets the fields that tests read and write.</summary>
    public abstract CrmTestFields Fields { get; }

    /// <summary>Gets how much one request can do.</summary>
    public abstract CrmTestSizes Sizes { get; }

    /// <summary>Gets an id that a record could have and none ever had.</summary>
    public abstract string UnknownId { get; }

    /// <summary>Gets every secret of the account: tokens, passwords, client secrets. None may be told anywhere.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>Gets what the adapter has logged so far, a line each, exceptions included.</summary>
    public abstract IReadOnlyList<string> Logged { get; }

    /// <summary>Gets the present time of the adapter's clock.</summary>
    public abstract Instant Now { get; }

    /// <summary>Gets how many records people see, archived ones apart.</summary>
    public abstract int Count { get; }

    /// <summary>Gets how many requests arrived, those that buy tokens apart.</summary>
    public abstract long Requests { get; }

    /// <summary>Gets how many requests the CRM refused of its own accord as too many, those of <see cref="Meet"/> apart.</summary>
    public abstract int RateLimitsMet { get; }

    /// <summary>Gets how many requests met trouble of <see cref="Meet"/>, so that no test passes because none did.</summary>
    public abstract int TroubleMet { get; }

    /// <summary>Gets how many times a token was bought.</summary>
    /// <value>The default is 0, for CRMs whose tokens do not end.</value>
    public virtual int Renewals => 0;

    /// <summary>Lets time pass, on both sides and at once.</summary>
    /// <param name="time">How much.</param>
    public abstract void Pass(Duration time);

    /// <summary>Creates a record, as a person would. It is changed at the account's present time, which does not pass.</summary>
    /// <param name="values">The values by key; those that are not there stay blank.</param>
    /// <returns>The record's id.</returns>
    public abstract string Create(IReadOnlyDictionary<string, string> values);

    /// <summary>Changes one field of a record, as a person would.</summary>
    /// <param name="id">The record.</param>
    /// <param name="field">The field's key.</param>
    /// <param name="value">The value; null clears the field.</param>
    public abstract void Edit(string id, string field, string? value);

    /// <summary>Archives or deletes a record, as a person would.</summary>
    /// <param name="id">The record.</param>
    public abstract void Archive(string id);

    /// <summary>Finds a record as a person sees it.</summary>
    /// <param name="id">The record.</param>
    /// <returns>The values of <see cref="Fields"/> that are not blank, by key; null when the record is archived, deleted or not there.</returns>
    public abstract IReadOnlyDictionary<string, string>? Find(string id);

    /// <summary>Merges two records, as a person would.</summary>
    /// <param name="survivor">The record whose values are kept.</param>
    /// <param name="other">The record that is merged away.</param>
    /// <returns>The id of what is left: that of the survivor, or a new one where the CRM gives one.</returns>
    public virtual string Merge(string survivor, string other) => throw Lacks(CrmAbilities.Merges);

    /// <summary>Adds a user that can own records.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="name">The name.</param>
    /// <returns>The id by which records refer to the user.</returns>
    public abstract string AddOwner(string email, string name);

    /// <summary>Deactivates a user.</summary>
    /// <param name="id">The user.</param>
    public virtual void DeactivateOwner(string id) => throw Lacks(CrmAbilities.DeactivatedOwners);

    /// <summary>Makes a list of records.</summary>
    /// <param name="name">The name.</param>
    /// <param name="ids">Its members.</param>
    /// <returns>The list's id.</returns>
    public virtual string AddList(string name, IReadOnlyList<string> ids) => throw Lacks(CrmAbilities.Lists);

    /// <summary>Makes the genuine webhook that the CRM sends of a record.</summary>
    /// <param name="id">The record.</param>
    /// <param name="kind"><see cref="NoticeKind.Changed"/> or <see cref="NoticeKind.Deleted"/>.</param>
    /// <returns>The webhook as it arrives.</returns>
    public virtual WebhookRequest Webhook(string id, NoticeKind kind) => throw Lacks(CrmAbilities.Notices);

    /// <summary>Takes from a genuine webhook what proves that the CRM sent it.</summary>
    /// <param name="genuine">The webhook.</param>
    /// <returns>The same without its headers, where CRMs mostly put the proof; an account whose CRM puts it elsewhere overrides it.</returns>
    public virtual WebhookRequest WithoutProof(WebhookRequest genuine) => genuine with { Header = static _ => null };

    /// <summary>Gets the calls and messages that people see on a record, in the order in which they were logged.</summary>
    /// <param name="id">The record.</param>
    /// <returns>The activities.</returns>
    public virtual IReadOnlyList<CrmTestActivity> ActivitiesOf(string id) => throw Lacks(CrmAbilities.CallLog);

    /// <summary>Deletes a call or message, as a person would.</summary>
    /// <param name="id">The activity.</param>
    public virtual void RemoveActivity(string id) => throw Lacks(CrmAbilities.CallLog);

    /// <summary>Withholds the permission to write a field; it may still be read.</summary>
    /// <param name="field">The field's key.</param>
    public virtual void Forbid(string field) => throw Lacks(CrmAbilities.FieldPermissions);

    /// <summary>Removes a field from the account, as an admin would.</summary>
    /// <param name="field">The field's key.</param>
    public abstract void RemoveField(string field);

    /// <summary>Puts trouble in the way of the next requests of a kind.</summary>
    /// <param name="trouble">What befalls them.</param>
    /// <param name="call">Which requests; others pass.</param>
    /// <param name="times">How many of them.</param>
    public abstract void Meet(CrmTrouble trouble, CrmCall call, int times = 1);

    /// <summary>Takes away what trouble is left.</summary>
    public abstract void Recover();

    /// <summary>Ends the account.</summary>
    /// <returns>A task that ends when everything is closed.</returns>
    public abstract ValueTask DisposeAsync();

    private NotSupportedException Lacks(CrmAbilities ability) => new(
        $"'{GetType().Name}' does not do what CrmAbilities.{ability} needs. Override it, and name the ability among Abilities; or leave both out.");
}

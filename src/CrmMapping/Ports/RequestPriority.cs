namespace CrmMapping;

/// <summary>Says for whom a CRM is asked, so that an account's budget goes to who waits; the lowest value goes first.</summary>
public enum RequestPriority
{
    /// <summary>A person waits for it: never held back by the reserve.</summary>
    Manual,

    /// <summary>A change that just happened: it claims the reserve.</summary>
    Live,

    /// <summary>Routine work such as a poll: it may use the whole budget and claims nothing of it. The default.</summary>
    Routine,

    /// <summary>A one-time operation or a second try: it leaves the reserve to live changes.</summary>
    Backfill,
}

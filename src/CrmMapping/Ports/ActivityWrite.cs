namespace CrmMapping;

/// <summary>Asks for an activity of a CRM to be written: <see cref="CallLogging"/>, <see cref="MessageLogging"/> or <see cref="OutcomeChange"/>.</summary>
public abstract record ActivityWrite
{
    private protected ActivityWrite()
    {
    }

    /// <summary>Gets the key that tells the activity from all others of the account, for good; at most 100 characters of ASCII.</summary>
    public required string Key { get; init; }

    /// <summary>Gets whether an earlier try got no answer, so that a create must be looked for by its key before it is made.</summary>
    public bool MayExist { get; init; }
}

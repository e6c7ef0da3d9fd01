namespace CrmMapping;

/// <summary>Says which account credentials were found to open.</summary>
public sealed record CrmAccount
{
    /// <summary>Gets the CRM's own id of the account, see <see cref="Connection.AccountId"/>; null where it may not be asked for with these credentials.</summary>
    public required string? Id { get; init; }

    /// <summary>Gets what opens it now: other credentials than were given where a token had to be bought to ask.</summary>
    public required CrmCredentials Credentials { get; init; }
}

using NodaTime;

namespace CrmMapping;

/// <summary>Says what kind of account a test of the contract needs.</summary>
public sealed record CrmTestOptions
{
    /// <summary>Gets what it is opened with.</summary>
    public CrmTestCredentials Credentials { get; init; }

    /// <summary>Gets whether the credentials may write records; where not, all else is as usual.</summary>
    /// <value>The default is true.</value>
    public bool MayWrite { get; init; } = true;

    /// <summary>Gets how far the CRM's clock is ahead of the adapter's; negative when it is behind.</summary>
    public Duration ClockApart { get; init; }

    /// <summary>Gets whether the adapter keeps the local contact's id in a unique field of the CRM.</summary>
    /// <value>The default is false; true is asked for only of accounts with <see cref="CrmAbilities.ExternalIds"/>.</value>
    public bool UsesExternalId { get; init; }
}

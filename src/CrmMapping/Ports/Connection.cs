namespace CrmMapping;

/// <summary>Describes one account's link to one CRM.</summary>
public sealed record Connection
{
    /// <summary>The tenant of a host that has one only.</summary>
    public const string DefaultTenant = "default";

    /// <summary>Gets the name, unique in the host; it appears in logs and errors.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the kind of CRM, the <see cref="ICrmAdapter.Kind"/> of its adapter.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets which of the host's contact bases the connection serves; connections of one tenant share it.</summary>
    public string Tenant { get; init; } = DefaultTenant;

    /// <summary>Gets the CRM's own id of the account, by which the notices of several accounts are told apart.</summary>
    /// <value>
    /// The default is null: it is learned when credentials are given to <see cref="ICrmConnections.CreateAsync"/> or <see cref="ICrmSync.ReconnectAsync"/>.
    /// Until then the connection takes the notices of every account of its kind.
    /// </value>
    public string? AccountId { get; init; }

    /// <summary>Gets the settings.</summary>
    public ConnectionSettings Settings { get; init; } = new();

    /// <summary>Gets whether the connection is worked.</summary>
    /// <value>The default is <see cref="ConnectionState.Active"/>.</value>
    public ConnectionState State { get; init; }

    /// <summary>Gets how often the connection was saved when it was read; a draft of it is saved only while that still holds.</summary>
    /// <value>The default is 0: it was never saved.</value>
    public int Version { get; init; }
}

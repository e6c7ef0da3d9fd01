using NodaTime;

namespace CrmMapping;

/// <summary>Says what is true of a CRM whatever the account.</summary>
public sealed record CrmTraits
{
    /// <summary>Gets whether contacts made on the local side are created in the CRM unless the connection says otherwise.</summary>
    public SyncFlow DefaultCreation { get; init; } = SyncFlow.FromCrm;

    /// <summary>Gets whether local updates reach the CRM unless the connection says otherwise.</summary>
    public SyncFlow DefaultUpdate { get; init; } = SyncFlow.BothWays;

    /// <summary>Gets the largest number of records that one read or write request takes.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Gets how many contacts an operation that goes through all of them takes at once; at least <see cref="BatchSize"/>.</summary>
    /// <value>The default is null, which stands for <see cref="BatchSize"/>. More is for CRMs with a way of their own for large numbers.</value>
    public int? BackfillSize { get; init; }

    /// <summary>Gets how long the CRM's search may not know of a record that was just written.</summary>
    /// <value>The default is zero: search knows at once.</value>
    public Duration SearchLag { get; init; } = Duration.Zero;

    /// <summary>Gets whether the CRM keeps lead statuses that can be pulled on request.</summary>
    public bool HasLeadStatuses { get; init; }

    /// <summary>Gets the CRM's well-known fields, which give a map its types before the account was asked.</summary>
    public EquatableArray<FieldDescriptor> KnownFields { get; init; }

    /// <summary>Gets the names by which maps and admins may call fields beside the fields' own.</summary>
    /// <value>The default is none. A field that bears the very name wins.</value>
    public EquatableArray<FieldAlias> FieldAliases { get; init; }

    /// <summary>Gets how many contacts are taken at once where all of them are gone through.</summary>
    internal int ScanSize => Math.Max(BatchSize, BackfillSize ?? 0);

    /// <summary>Gets the well-known fields under every name that a map may give them.</summary>
    internal IEnumerable<FieldDescriptor> NamedFields => new CrmFieldNames(KnownFields, FieldAliases).ByEveryName();
}

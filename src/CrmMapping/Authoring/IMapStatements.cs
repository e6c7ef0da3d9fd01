namespace CrmMapping;

/// <summary>Shows what a map's constructor said, whatever the type of its contacts.</summary>
internal interface IMapStatements
{
    IReadOnlyList<MappingStatement> Mappings { get; }

    IReadOnlyList<FieldStatement> Offered { get; }

    /// <summary>Gets the policy for the whole map; null when none was said.</summary>
    ConflictPolicy? Conflict { get; }

    /// <summary>Gets how many times a policy was said for the whole map.</summary>
    int ConflictsSaid { get; }
}

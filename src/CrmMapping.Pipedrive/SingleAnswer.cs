namespace CrmMapping.Pipedrive;

/// <summary>Says what became of the read of a single person.</summary>
internal enum SingleAnswer
{
    /// <summary>It is there.</summary>
    There,

    /// <summary>There is none.</summary>
    Gone,

    /// <summary>The user who connected may not see it.</summary>
    Hidden,
}

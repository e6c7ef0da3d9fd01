namespace CrmMapping.Salesforce;

/// <summary>Names what became of the job of a pull.</summary>
internal enum PullFate
{
    /// <summary>It is waited for, or gave a page.</summary>
    Lives,

    /// <summary>Salesforce does not know it any more, or it is too old: another one may do.</summary>
    Lost,

    /// <summary>It failed, and another one would do so too.</summary>
    Failed,
}

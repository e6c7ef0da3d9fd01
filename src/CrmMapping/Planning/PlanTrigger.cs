namespace CrmMapping;

/// <summary>Says what made a contact be planned.</summary>
public enum PlanTrigger
{
    /// <summary>A change that was noticed, or a run over all contacts.</summary>
    Automatic,

    /// <summary>A person asked for this one contact.</summary>
    Manual,
}

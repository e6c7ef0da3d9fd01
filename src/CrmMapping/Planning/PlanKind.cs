namespace CrmMapping;

/// <summary>Says what a plan is about.</summary>
public enum PlanKind
{
    /// <summary>Nothing is to be done.</summary>
    Nothing,

    /// <summary>A linked pair is brought together again.</summary>
    Update,

    /// <summary>A contact and a record that were there already are linked.</summary>
    Link,

    /// <summary>The contact is created in the CRM.</summary>
    CreateInCrm,

    /// <summary>The record is created on the local side.</summary>
    CreateLocally,
}

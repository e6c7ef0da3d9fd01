namespace CrmMapping.Outcomes;

/// <summary>Names why the outcome of a logged call is written anew, or stands.</summary>
public enum PatchReason
{
    /// <summary>What is logged stands: the tags that have a rule are the same as before.</summary>
    MappedTagsUnchanged,

    /// <summary>What is logged stands: the CRM holds that outcome already.</summary>
    OutcomeUnchanged,

    /// <summary>The outcome is another one, and is written.</summary>
    OutcomeChanged,
}

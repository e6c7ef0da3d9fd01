namespace CrmMapping;

/// <summary>Says why a conflict was decided as it was.</summary>
public enum ConflictReason
{
    /// <summary>The policy names the winner.</summary>
    Policy,

    /// <summary>The policy's favourite was blank, so the other side's value won.</summary>
    OtherIsBlank,

    /// <summary>The local change is proved to be the later one.</summary>
    Later,

    /// <summary>The CRM's change is later, or nothing proves the opposite.</summary>
    LaterOrUnproved,

    /// <summary>A person is to choose.</summary>
    AwaitsPerson,

    /// <summary>The host's own code decided.</summary>
    Code,
}

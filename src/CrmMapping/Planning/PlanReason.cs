namespace CrmMapping;

/// <summary>Says by which rule a field was decided.</summary>
public enum PlanReason
{
    /// <summary>Only the local side changed.</summary>
    LocalChanged,

    /// <summary>Only the CRM changed.</summary>
    CrmChanged,

    /// <summary>Both changed and mean the same.</summary>
    Agreed,

    /// <summary>Both changed and the CRM won.</summary>
    CrmWon,

    /// <summary>Both changed and the local side won.</summary>
    LocalWon,

    /// <summary>Both changed and a person is to choose.</summary>
    Parked,

    /// <summary>The two were linked for the first time and one side was blank.</summary>
    Filled,

    /// <summary>The two were linked for the first time, differ, and the direction has one source.</summary>
    SourceWins,

    /// <summary>The side that the mapping writes to had drifted and was set right.</summary>
    Enforced,

    /// <summary>The record was created.</summary>
    Created,

    /// <summary>The two were linked.</summary>
    Linked,

    /// <summary>The CRM's record was merged into another one, and the link follows it there.</summary>
    Merged,

    /// <summary>The link ended.</summary>
    Unlinked,

    /// <summary>A change was met that the direction does not carry; it became the base.</summary>
    Drift,

    /// <summary>A change was met that a rule of the mapping holds back.</summary>
    HeldBack,

    /// <summary>The value could not be written; an issue says why.</summary>
    Refused,

    /// <summary>Neither side changed since the two were last brought together.</summary>
    Unchanged,

    /// <summary>The mapping rests: its field is gone, of another kind now, or was not read.</summary>
    Resting,

    /// <summary>The CRM's record, a lead, was converted, and the link follows it to the contact that it became.</summary>
    Converted,

    /// <summary>A CRM record of the kind that goes first has the same phone number, and the link moved to it.</summary>
    Superseded,

    /// <summary>Another part of what the CRM keeps as a whole is written, and the parts go together.</summary>
    Together,
}
